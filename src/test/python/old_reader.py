"""Reads a result as the old service's readers do: python3 old_reader.py URI RELEASE BUILD"""

import json
import sys

import pymongo

uri, release, build = sys.argv[1:4]
client = pymongo.MongoClient(uri, serverSelectionTimeoutMS=10000)
found = client["connleak"]["connleak_nightly_build"].find_one({"Release No": release, "Build No": build})
if found is None:
    print("nothing")
else:
    print(json.dumps({"total": found["total"], "tabulardata": found["tabulardata"]}, sort_keys=True))
