"""Prints pyHanko's verdict on the one signature of a PDF file, trusting one root."""
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

file, root = sys.argv[1:]
with open(file, "rb") as handle:
    signature = PdfFileReader(handle, strict=False).embedded_signatures[0]
    context = ValidationContext(trust_roots=[load_cert_from_pemder(root)], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    print("valid", status.valid and status.intact, "trusted", status.bottom_line, "whole", whole)
