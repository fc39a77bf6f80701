"""The rules of law as questions: what can be asked, what each question needs, and the answer to words typed by people.

Words    question, parameter, kind, catalogue
Promise  every rule of the topics can be asked by its code; what cannot be answered is refused with what is allowed;
         nothing here decides anything: the rules stand in the topics
"""

from lawcore.asking.answering import ask, typed
from lawcore.asking.questions import Holds, Parameter, Question, catalogues, lifecycles, questions
from lawcore.asking.summary import summary

__all__ = ["Holds", "Parameter", "Question", "ask", "catalogues", "lifecycles", "questions", "summary", "typed"]
