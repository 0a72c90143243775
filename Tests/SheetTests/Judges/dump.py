"""Prints the first sheet of a workbook as JSON: rows of cells with their type and format, as openpyxl reads them."""
import json
import sys

import openpyxl

sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
rows = [[None if cell.value is None else [cell.data_type, str(cell.value), cell.number_format] for cell in row]
        for row in sheet.iter_rows()]
print(json.dumps({"rows": rows, "frozen": sheet.freeze_panes}, ensure_ascii=False))
