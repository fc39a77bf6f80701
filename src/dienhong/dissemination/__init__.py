"""The words by which a disclosure reaches people: notice, loudspeaker, Zalo, letter, a second language, a voice.

Words    notice, script, broadcast schedule, letter, second text, voice, receipt
Promise  everything is made from the one record; nothing is typed twice; a second text is approved by a named person
Rules    lawcore.disclosures (how many days a broadcast lasts), lawcore.spoken (numbers read aloud)
"""
