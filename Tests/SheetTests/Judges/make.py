"""Makes a workbook as an office has it: shared texts, numbers, a date, a formula, a hidden sheet before the visible one."""
import datetime
import sys

import openpyxl

book = openpyxl.Workbook()
book.active.title = "说明"
book.active.append(["填写说明"])
book.active.sheet_state = "hidden"
sheet = book.create_sheet("名单")
sheet.append(["编号", "姓名", "手机号", "身份证号", "单位", "职称"])
sheet.append(["0001", "张三", 13800138000, "11010519491231002X", "县人民医院", None])
sheet.append([2, "李四", "１３９００００００００", None, None, "主治医师"])
sheet.append([None, None, None, None, None, None])
sheet.append([datetime.date(2026, 10, 2), "王五", None, 510322194912310000, None, 1.1])
sheet.append(["=1+1", "赵六"])
book.save(sys.argv[1])
