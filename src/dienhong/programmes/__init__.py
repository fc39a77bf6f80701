"""A resolution being carried out: targets, duties, the plan of a year, what units report, what it comes to.

Words    programme, target, indicator, duty, assignment, task, evidence, register, exemption, cell, closing, standing
Promise  nobody types an achieved percentage; what is not known stays unknown; every figure opens to its list
Rules    lawcore.indicators, lawcore.timelimits; `access.py`: who may do what
"""
