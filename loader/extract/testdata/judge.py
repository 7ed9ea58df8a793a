"""Which predicted meetings are right: annotators have them too, with the same
status, and nobody, no place and no date in them is wrong.

usage: judge.py EVAL_DIR FOLDER PREDICTIONS.jsonl
Prints one JSON object: {document: [true or false for each predicted meeting]}.
It pairs meetings by the scorer's own rules, so that both mean the same.
"""
import json, os, re, sys

eval_dir, folder, predictions = sys.argv[1:]
sys.path.insert(0, eval_dir)
sys.dont_write_bytecode = True
import score


def right(p, g):
    return (
        p["status"] == g["status"]
        and len(score.pair_up(p["participants"], g.get("participants") or [], score.same_name)) == len(p["participants"])
        and (not p["place"] or bool(g.get("place")) and score.same_place(p["place"], g["place"]))
        and (not p["date"] or bool(g.get("date")) and score.same_date(p["date"], g["date"]))
    )


out = {}
for line in open(predictions):
    d = json.loads(line)
    gold = json.load(open(os.path.join(folder, "gold", d["id"] + ".json"))).get("meetings", [])
    text = re.sub(r"\s+", " ", open(os.path.join(folder, "texts", d["id"] + ".txt")).read())
    pairs = dict(score.match(d["meetings"], gold, text))
    out[d["id"]] = [i in pairs and right(m, gold[pairs[i]]) for i, m in enumerate(d["meetings"])]
print(json.dumps(out))
