"""What people ask to be told, the clock of the answer, the answer (LDC art. 14 cl. 2; Law 104/2016 to 31/8/2026).

Words    request, submission, requester, step, answer, clearance, receipt, service target
Promise  everyone who asks has a receipt and sees what became of it, without an account and without a name on the page;
         a target that the commune set is never shown as law; who asked stands in no list, no ledger, no figure
Rules    lawcore.petitions.information, lawcore.petitions.information_refusals, lawcore.disclosures.duties
"""
