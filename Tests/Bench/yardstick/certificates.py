"""Makes signed certificates with reportlab and pyHanko: certificates.py PAGE.json COUNT

PAGE.json  title, fields ([label, value] each), caption, code (the text of its QR code), font (OpenType), pem (key and
           certificates), file (where the last one is written)

One line: certificates= us= (the mean of one). What one process does once is not counted: the font with the outlines that
reportlab reads, the key.
"""
import io
import json
import sys
import time

import segno
from asn1crypto import pem
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PageFont
from reportlab.pdfgen.canvas import Canvas


def with_quadratic_outlines(path):
    """The font with the outlines of TrueType, the only ones that reportlab takes."""
    font = TTFont(path)
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    table = newTable("glyf")
    table.glyphs, table.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    del font["CFF "]
    for tag in ("VORG", "GSUB", "GPOS", "BASE", "vhea", "vmtx"):
        if tag in font:
            del font[tag]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                 "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, name, 1 if name == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    bytes_ = io.BytesIO()
    font.save(bytes_)
    bytes_.seek(0)
    return bytes_


def draw(page, code):
    """The page of `CertificatePage`, without a signature."""
    out = io.BytesIO()
    width, height = landscape(A4)
    canvas = Canvas(out, pagesize=(width, height))
    canvas.setTitle(page["title"])
    canvas.setStrokeGray(0.55)
    for inset, line in ((30, 2), (36, 0.6)):
        canvas.setLineWidth(line)
        canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
    canvas.setFont("page", 30)
    canvas.drawCentredString(width / 2, height - 98, page["title"])
    y = height - 150
    for label, value in page["fields"]:
        canvas.setFont("page", 15)
        canvas.setFillGray(0.35)
        canvas.drawString(84, y, label)
        canvas.setFillGray(0)
        canvas.drawString(214, y, value)
        y -= 15 * 1.8
    rows = [bytes(row) for row in segno.make(code, error="m", micro=False).matrix]
    module = 120 / len(rows)
    path = canvas.beginPath()
    for index, row in enumerate(rows):
        column = 0
        while column < len(row):
            run = 0
            while column + run < len(row) and row[column + run]:
                run += 1
            if run:
                path.rect(width - 204 + column * module, 180 - (index + 1) * module, run * module, module)
            column += max(run, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFont("page", 9)
    canvas.setFillGray(0.35)
    canvas.drawString(84, 60, page["caption"])
    canvas.save()
    out.seek(0)
    return out


def make_signer(path):
    key, certificates = None, []
    with open(path, "rb") as file:
        for kind, _, der in pem.unarmor(file.read(), multiple=True):
            if kind == "CERTIFICATE":
                certificates.append(Certificate.load(der))
            else:
                key = PrivateKeyInfo.load(der)
    store = SimpleCertificateStore()
    store.register_multiple(certificates[1:])
    return SimpleSigner(signing_cert=certificates[0], signing_key=key, cert_registry=store)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        page = json.load(file)
    count = int(sys.argv[2])
    pdfmetrics.registerFont(PageFont("page", with_quadratic_outlines(page["font"])))
    signer = make_signer(page["pem"])
    metadata = PdfSignatureMetadata(
        field_name="signature", md_algorithm="sha256", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES)
    signing = PdfSigner(metadata, signer=signer, new_field_spec=SigFieldSpec("signature"))
    start = time.monotonic()
    for number in range(count):
        drawn = draw(page, page["code"].replace("2026-000000", f"2026-{number:06}"))
        signed = signing.sign_pdf(IncrementalPdfFileWriter(drawn), bytes_reserved=4096, in_place=True)
    seconds = time.monotonic() - start
    with open(page["file"], "wb") as file:
        file.write(signed.getvalue())
    print(f"certificates={count} us={seconds * 1e6 / count:.1f}")


main()
