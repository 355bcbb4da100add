#!/usr/bin/env python3
"""A recognizer of one's own for datelined, in plain Python: finds what regular expressions describe.

    datelined --recognizer-command 'python3 /path/to/recognizer-patterns.py'

One line of JSON comes in for each passage, and one goes out. docs/ENTITIES.md tells what is in them.
"""
import json
import re
import sys

PATTERNS = [
    ("misc", re.compile(r"\b(?:HMS|MV|RMS|SS|USS) [A-Z]\w+(?: [A-Z]\w+)*")),  # ships: HMS Victory
    ("misc", re.compile(r"\b[A-Z]\w+ v\. [A-Z]\w+\b")),  # cases: Roe v. Wade
    ("misc", re.compile(r"\bFlight (?:[A-Z]{2} ?)?\d{2,4}\b")),  # flights: Flight MH 370
]

for line in sys.stdin:
    passage = json.loads(line)
    mentions = [
        {"type": kind, "start": found.start(), "end": found.end(), "text": found.group()}
        for kind, pattern in PATTERNS
        for found in pattern.finditer(passage["text"])
    ]
    print(json.dumps({"id": passage["id"], "mentions": mentions}), flush=True)
