"""UnionPay's full channel 5.1.0, read from its specification apart from the adapter: fields, signature, certificates.

A message is name=value pairs joined by "&". Its signature: all fields but `signature`, sorted by name, values as they
are before any percent-encoding, joined the same way; SHA-256 of that in lower-case hex; RSA-SHA256 with PKCS #1 v1.5
over the 64 hex digits (so SHA-256 is applied twice); Base64. `signMethod` is 01. `certId` is the decimal serial number
of the signer's certificate. What UnionPay signs carries its certificate in `signPubKeyCert`: it counts only if a pinned
root has issued it through a pinned intermediate, its time is now, and the third part of its common name is UnionPay's.
Requests and notices are percent-encoded; synchronous answers are not.
"""
import base64, datetime, hashlib, os, subprocess, tempfile, urllib.parse

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.x509.oid import NameOID

UNIONPAY = "中国银联股份有限公司"


def read_encoded(body):
    return dict(urllib.parse.parse_qsl(body, keep_blank_values=True, strict_parsing=True))


def read_plain(body):
    """Splits at each "&" outside braces: nested fields stand in {}."""
    fields, depth, start = {}, 0, 0
    for index, character in enumerate(body + "&"):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "&" and depth == 0:
            name, _, value = body[start:index].partition("=")
            fields[name], start = value, index + 1
    return fields


def digest(fields):
    text = "&".join(f"{name}={value}" for name, value in sorted(fields.items()) if name != "signature")
    return hashlib.sha256(text.encode()).hexdigest().encode()


def sign(fields, key_pem):
    key = serialization.load_pem_private_key(key_pem.encode(), None)
    return base64.b64encode(key.sign(digest(fields), padding.PKCS1v15(), hashes.SHA256())).decode()


def cert_id(certificate_pem):
    return str(x509.load_pem_x509_certificate(certificate_pem.encode()).serial_number)


def is_signed_by(fields, certificate_pem):
    """By `cryptography` and by openssl, which must agree."""
    certificate = x509.load_pem_x509_certificate(certificate_pem.encode())
    signature = base64.b64decode(fields["signature"])
    try:
        certificate.public_key().verify(signature, digest(fields), padding.PKCS1v15(), hashes.SHA256())
        ours = True
    except InvalidSignature:
        ours = False
    public = certificate.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("key", "signature", "text")]
        for path, content in zip(paths, (public, signature, digest(fields))):
            with open(path, "wb") as file:
                file.write(content)
        verdict = subprocess.run(
            ["openssl", "dgst", "-sha256", "-verify", paths[0], "-signature", paths[1], paths[2]], capture_output=True)
    assert (verdict.returncode == 0) == ours, verdict.stdout
    return ours


def is_unionpays(certificate_pem, root_pem, middle_pem):
    """The chain by openssl; the name and the time by hand."""
    certificate = x509.load_pem_x509_certificate(certificate_pem.encode())
    name = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value.split("@")
    now = datetime.datetime.now(datetime.timezone.utc)
    if len(name) < 3 or name[2] != UNIONPAY:
        return False
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        return False
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("root", "middle", "leaf")]
        for path, content in zip(paths, (root_pem, middle_pem, certificate_pem)):
            with open(path, "w") as file:
                file.write(content)
        verdict = subprocess.run(
            ["openssl", "verify", "-CAfile", paths[0], "-untrusted", paths[1], paths[2]], capture_output=True)
    return verdict.returncode == 0


def is_genuine(fields, root_pem, middle_pem):
    certificate = fields.get("signPubKeyCert", "")
    return is_unionpays(certificate, root_pem, middle_pem) and is_signed_by(fields, certificate)


# The fields that each request must have, and the values that stand in all of them.
COMMON = {"version": "5.1.0", "encoding": "UTF-8", "signMethod": "01", "accessType": "0", "bizType": "000000"}
REQUESTS = {
    "apply": ({"txnType": "01", "txnSubType": "07", "channelType": "08", "currencyCode": "156"},
              ["merId", "orderId", "txnTime", "txnAmt", "backUrl", "certId"]),
    "query": ({"txnType": "00", "txnSubType": "00"}, ["merId", "orderId", "txnTime", "certId"]),
    "refund": ({"txnType": "04", "txnSubType": "00", "channelType": "08"},
               ["merId", "orderId", "txnTime", "txnAmt", "origQryId", "backUrl", "certId"]),
}


def faults(fields, kind):
    """Returns what is wrong with a request of this kind."""
    values, names = REQUESTS[kind]
    wrong = [f"{name} is {fields.get(name)}" for name, value in {**COMMON, **values}.items() if fields.get(name) != value]
    wrong += [f"{name} is missing" for name in names if not fields.get(name)]
    number = fields.get("orderId", "")
    if not (8 <= len(number) <= 32 and number.isascii() and number.isalnum()):
        wrong.append("orderId")
    if len(fields.get("txnTime", "")) != 14:
        wrong.append("txnTime")
    return wrong
