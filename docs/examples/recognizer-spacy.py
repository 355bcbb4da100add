#!/usr/bin/env python3
"""Lets spaCy find the names for datelined.

    pip install spacy && python -m spacy download en_core_web_sm
    datelined --recognizer-command 'python3 /path/to/recognizer-spacy.py'

The model is the first argument, en_core_web_sm without one. Each of the daemon's two analysis threads runs a copy.
docs/ENTITIES.md tells what the lines are.
"""
import json
import sys

import spacy

# spaCy's labels by type. NORP (nationalities, parties) is left to Dateline's tables, which know that "Azerbaijani"
# mentions Azerbaijan; dates, numbers and amounts are no entities here.
TYPES = {
    "PERSON": "person", "PER": "person",
    "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "organization",
    "EVENT": "misc", "LAW": "misc", "PRODUCT": "misc", "WORK_OF_ART": "misc", "MISC": "misc",
}

nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else "en_core_web_sm")

for line in sys.stdin:
    passage = json.loads(line)
    mentions = []
    for entity in nlp(passage["text"]).ents:
        if entity.label_ not in TYPES:
            continue
        # "the United Nations" and "Baku's": the article and the possessive are no part of the name.
        start, end = entity.start_char, entity.end_char
        text = entity.text
        if text.lower().startswith("the ") and len(text) > 4:
            start, text = start + 4, text[4:]
        if text.endswith(("'s", "\u2019s")):
            end, text = end - 2, text[:-2]
        mentions.append({"type": TYPES[entity.label_], "start": start, "end": end, "text": text})
    print(json.dumps({"id": passage["id"], "mentions": mentions}), flush=True)
