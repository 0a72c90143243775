"""Others judge the adapters and the simulated gateways: the SDKs wechatpayv3 and alipay-sdk-python as clients of the
simulator and as signers of the adapter's own requests, and for UnionPay a second reading of its specification.

judge.py URL FILE: FILE has the simulator's keys, the merchant's numbers and the adapter's requests, as JSON. Prints a line
for each judgement; the exit status is 1 if one fails, or if a kind of judgement did not take place.
"""
import http.client, json, os, re, sys, tempfile, urllib.parse, urllib.request
from unittest import mock

os.environ["TZ"] = "Asia/Shanghai"  # Alipay's SDK writes local time.

import unionpay

URL, GIVEN = sys.argv[1], json.load(open(sys.argv[2]))
KEYS, NAMES = GIVEN["keys"], GIVEN["names"]
counted = {}


def told(area, what, outcome):
    print(f"{'ok  ' if outcome else 'FAIL'} {area}: {what}")
    counted.setdefault(area, []).append(bool(outcome))


def refused(area, what, call):
    """By nothing returned, or by an error."""
    try:
        told(area, what, not call())
    except Exception as error:
        told(area, f"{what} ({type(error).__name__})", True)


def control(what, **query):
    with urllib.request.urlopen(f"{URL}/control/{what}?{urllib.parse.urlencode(query)}", data=b"") as answer:
        return answer.read()


def notice():
    return json.loads(control("notices"))["notices"][-1]


def wechat(mode):
    import wechatpayv3, wechatpayv3.core as core
    area = f"wechatpayv3, {mode}"
    host = "https://api.mch.weixin.qq.com"
    calls = {name: getattr(core.requests, name) for name in ("get", "post")}
    keys = {"public_key": KEYS["wechat-public.pem"], "public_key_id": NAMES["wechatKeyID"]}
    if mode == "certificates":
        keys = {"cert_dir": tempfile.mkdtemp()}
    with mock.patch.multiple(core.requests, **{
            name: lambda url, call=call, **rest: call(url.replace(host, URL), **rest) for name, call in calls.items()}):
        pay = wechatpayv3.WeChatPay(
            wechatpayv3.WeChatPayType.NATIVE, NAMES["wechatMerchant"], KEYS["merchant.pem"], NAMES["serial"],
            NAMES["wechatApp"], KEYS["wechat-api-key"], GIVEN["noticeURL"], **keys)
        number, other = f"SDK{mode[:6]}001".replace(" ", ""), f"SDK{mode[:6]}002".replace(" ", "")
        code, answer = pay.pay("培训费", number, {"total": 100})
        told(area, "native", code == 200 and number in json.loads(answer)["code_url"])
        told(area, "query before", json.loads(pay.query(out_trade_no=number)[1])["trade_state"] == "NOTPAY")
        control("pay", gateway="wechat", number=number)
        paid = json.loads(pay.query(out_trade_no=number)[1])
        told(area, "query after", paid["trade_state"] == "SUCCESS" and paid["amount"]["total"] == 100)
        hand = {"forgery": "older"} if mode == "certificates" else {}
        control("notify", gateway="wechat", number=number, **hand)
        told(area, "notice", pay.callback(notice()["headers"], notice()["body"])["resource"]["out_trade_no"] == number)
        refused(area, "altered notice", lambda: pay.callback(notice()["headers"], notice()["body"] + " "))
        for forgery in ("forged", "probe", "amount"):
            control("notify", gateway="wechat", number=number, forgery=forgery)
            refused(area, f"{forgery} notice", lambda: pay.callback(notice()["headers"], notice()["body"]))
        pay.pay("培训费", other, {"total": 5})
        told(area, "close, signed over nothing", pay.close(other)[0] == 204)
        code, answer = pay.refund(
            f"{number}R", {"refund": 40, "total": 100, "currency": "CNY"}, out_trade_no=number)
        told(area, "refund", code == 200 and json.loads(answer)["status"] == "PROCESSING")
        told(area, "refund query", json.loads(pay.query_refund(f"{number}R")[1])["amount"]["refund"] == 40)
        for fault in ("forged", "probe"):
            control("faults", gateway="wechat", kind=fault)
            refused(area, f"{fault} answer", lambda: pay.query(out_trade_no=number))
        fapiaos(pay, area, paid["transaction_id"], f"{number}F", hand)
        if mode != "certificates":
            control("faults", gateway="wechat", kind="older")
            told(area, "both keys at once", pay.query(out_trade_no=number)[0] == 200)


def fapiaos(pay, area, transaction, number, hand):
    """The life of an invoice of a payment of 100 fen, of which 40 are on their way back."""
    line = {"tax_code": "3070201020000000000", "goods_name": "培训费", "quantity": 100000000, "total_amount": 60,
            "tax_rate": 300, "tax_prefer_mark": "NO_FAVORABLE", "discount": False}
    unit = {"type": "ORGANIZATION", "name": "天津市某公司", "taxpayer_id": "91350100M000100Y43"}

    def ask():
        return json.loads(pay.fapiao_query(transaction, number)[1])["fapiao_information"][0]

    wanted = [{"fapiao_id": number, "total_amount": 60, "items": [line]}]
    told(area, "fapiao without a tax number",
         pay.fapiao_applications(transaction, {"type": "ORGANIZATION", "name": "某公司"}, wanted)[0] == 400)
    told(area, "fapiao, signed over nothing", pay.fapiao_applications(transaction, unit, wanted)[0] == 202)
    told(area, "fapiao again", pay.fapiao_applications(transaction, unit, wanted)[0] == 400)
    told(area, "fapiao taken", ask()["status"] == "ISSUE_ACCEPTED")
    issued = ask()
    told(area, "fapiao issued", issued["status"] == "ISSUED" and len(issued["blue_fapiao"]["fapiao_number"]) == 20)
    red = [{"fapiao_id": number, "fapiao_number": issued["blue_fapiao"]["fapiao_number"]}]
    told(area, "reversal without a listed reason", pay.fapiao_reverse(transaction, "退款", red)[0] == 400)
    told(area, "reversal", pay.fapiao_reverse(transaction, "ISSUE_ERROR", red)[0] == 202)
    told(area, "reversal taken", ask()["status"] == "REVERSE_ACCEPTED")
    told(area, "reversed", len(ask()["red_fapiao"]["fapiao_number"]) == 20)
    control("fapiao", number=number, **hand)
    content = pay.callback(notice()["headers"], notice()["body"])["resource"]
    told(area, "fapiao notice", content["fapiao_information"][0]["fapiao_status"] == "REVERSED")


def wechat_bytes():
    from wechatpayv3.utils import build_authorization, load_private_key
    key = load_private_key(KEYS["merchant.pem"])
    for request in GIVEN["requests"]["wechat"]:
        header = request["headers"]["authorization"]
        time, nonce = (re.search(f'{name}="([^"]*)"', header).group(1) for name in ("timestamp", "nonce_str"))
        with mock.patch("wechatpayv3.utils.time.time", lambda: float(time)):
            theirs = build_authorization(
                request["target"], request["method"], NAMES["wechatMerchant"], NAMES["serial"], key, request["body"],
                nonce)
        told("wechat bytes", f"{request['method']} {request['target'][:50]}", theirs == header)


def alipay():
    import alipay.aop.api.util.WebUtils as web
    from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
    from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
    from alipay.aop.api.request import (
        AlipayTradeCloseRequest, AlipayTradeFastpayRefundQueryRequest, AlipayTradePrecreateRequest,
        AlipayTradeQueryRequest, AlipayTradeRefundRequest)
    from alipay.aop.api.util.SignatureUtils import get_sign_content, verify_with_rsa
    place = urllib.parse.urlsplit(URL)
    # The SDK forgets the port of its address.
    web.get_http_connection = lambda url, query, timeout: (
        url + "?" + query, http.client.HTTPConnection(place.hostname, place.port, timeout=timeout))
    config = AlipayClientConfig()
    config.server_url, config.app_id = f"{URL}/gateway.do", NAMES["alipayApp"]
    config.app_private_key, config.alipay_public_key = KEYS["merchant-pkcs1.pem"], KEYS["alipay-public.pem"]
    client, area = DefaultAlipayClient(config), "alipay-sdk-python"

    def call(module, content):
        request = getattr(module, module.__name__.rpartition(".")[2])()
        request.biz_content, request.notify_url = content, GIVEN["noticeURL"]
        return json.loads(client.execute(request))

    number = "SDKALIPAY001"
    order = {"out_trade_no": number, "total_amount": "1.00", "subject": "培训费"}
    told(area, "precreate", number in call(AlipayTradePrecreateRequest, order)["qr_code"])
    told(area, "query before", call(AlipayTradeQueryRequest, {"out_trade_no": number})["sub_code"] == "ACQ.TRADE_NOT_EXIST")
    control("pay", gateway="alipay", number=number)
    told(area, "query after", call(AlipayTradeQueryRequest, {"out_trade_no": number})["trade_status"] == "TRADE_SUCCESS")
    told(area, "close", call(AlipayTradeCloseRequest, {"out_trade_no": number})["sub_code"] == "ACQ.TRADE_HAS_SUCCESS")
    refund = {"out_trade_no": number, "refund_amount": "0.40", "out_request_no": "R1"}
    told(area, "refund", call(AlipayTradeRefundRequest, refund)["fund_change"] == "Y")
    told(area, "refund again", call(AlipayTradeRefundRequest, refund)["fund_change"] == "N")
    asked = call(AlipayTradeFastpayRefundQueryRequest, {"out_trade_no": number, "out_request_no": "R1"})
    told(area, "refund query", asked["refund_status"] == "REFUND_SUCCESS")
    control("faults", gateway="alipay", kind="forged")
    refused(area, "forged answer", lambda: call(AlipayTradeQueryRequest, {"out_trade_no": number}))

    def is_verified(body):
        fields = dict(urllib.parse.parse_qsl(body, strict_parsing=True, keep_blank_values=True))
        sign = fields.pop("sign")
        fields.pop("sign_type")
        return verify_with_rsa(KEYS["alipay-public.pem"], get_sign_content(fields).encode(), sign)

    control("notify", gateway="alipay", number=number)
    told(area, "notice", is_verified(notice()["body"]))
    for forgery in ("forged", "amount"):
        control("notify", gateway="alipay", number=number, forgery=forgery)
        refused(area, f"{forgery} notice", lambda: is_verified(notice()["body"]))


def alipay_bytes():
    from alipay.aop.api.util.SignatureUtils import get_sign_content, sign_with_rsa2
    for request in GIVEN["requests"]["alipay"]:
        fields = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request["target"]).query, strict_parsing=True))
        fields.update(urllib.parse.parse_qsl(request["body"], strict_parsing=True))
        sign = fields.pop("sign")
        theirs = sign_with_rsa2(KEYS["merchant-pkcs1.pem"], get_sign_content(fields), "utf-8")
        told("alipay bytes", fields["method"], theirs == sign and "charset=utf-8" in request["target"])


def union():
    area, pinned = "unionpay read anew", (KEYS["unionpay-root.pem"], KEYS["unionpay-middle.pem"])

    def post(path, fields):
        fields = {**unionpay.COMMON, "merId": NAMES["unionpayMerchant"], "channelType": "08",
                  "certId": unionpay.cert_id(KEYS["merchant-certificate.pem"]), **fields}
        fields["signature"] = unionpay.sign(fields, KEYS["merchant.pem"])
        with urllib.request.urlopen(
                f"{URL}/gateway/api/{path}.do", data=urllib.parse.urlencode(fields).encode()) as answer:
            return unionpay.read_plain(answer.read().decode())

    name = {"orderId": "SDKUNION0001", "txnTime": "20261130012000"}
    apply = {**name, "txnType": "01", "txnSubType": "07", "txnAmt": "100", "currencyCode": "156", "backUrl": GIVEN["noticeURL"]}
    query = {**name, "txnType": "00", "txnSubType": "00"}
    answer = post("backTransReq", apply)
    told(area, "apply", answer["respCode"] == "00" and answer["qrCode"] and unionpay.is_genuine(answer, *pinned))
    told(area, "query before", post("queryTrans", query)["respCode"] == "34")
    control("pay", gateway="unionpay", number=name["orderId"])
    answer = post("queryTrans", query)
    told(area, "query after", answer["origRespCode"] == "00" and unionpay.is_genuine(answer, *pinned))
    refund = {"orderId": "SDKUNIONR001", "txnTime": "20261130012100", "txnType": "04", "txnSubType": "00",
              "txnAmt": "40", "origQryId": answer["queryId"], "backUrl": GIVEN["noticeURL"]}
    told(area, "refund", post("backTransReq", refund)["respCode"] == "00")
    control("faults", gateway="unionpay", kind="forged")
    told(area, "forged answer", not unionpay.is_genuine(post("queryTrans", query), *pinned))
    for forgery, genuine in (("", True), ("forged", False), ("amount", False)):
        control("notify", gateway="unionpay", number=name["orderId"], forgery=forgery)
        fields = unionpay.read_encoded(notice()["body"])
        told(area, f"{forgery or 'genuine'} notice", unionpay.is_genuine(fields, *pinned) == genuine)


def union_bytes():
    kinds = {"01": "apply", "00": "query", "04": "refund"}
    for request in GIVEN["requests"]["unionpay"]:
        fields = unionpay.read_encoded(request["body"])
        kind = kinds[fields["txnType"]]
        wrong = unionpay.faults(fields, kind)
        if fields["signature"] != unionpay.sign(fields, KEYS["merchant.pem"]):
            wrong.append("signature")
        if not unionpay.is_signed_by(fields, KEYS["merchant-certificate.pem"]):
            wrong.append("certificate")
        told("unionpay bytes", f"{kind} {', '.join(wrong)}", not wrong)


wechat("public key")
wechat("certificates")
wechat_bytes()
alipay()
alipay_bytes()
union()
union_bytes()
print(f"{sum(map(len, counted.values()))} judgements in {len(counted)} areas")
sys.exit(0 if len(counted) == 7 and all(map(all, counted.values())) else 1)
