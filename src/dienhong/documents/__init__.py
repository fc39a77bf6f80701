"""Documents: files kept once by their hash, and papers in the official layout.

Words    stored file, official document, printed form, code, trace
Promise  a stored file never changes; the same document is the same bytes; a printed code leads back for ever
Rules    Decree 30/2020/NĐ-CP art. 8, 9 and Appendix I (layout of administrative documents)
"""
