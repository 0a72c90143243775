#!/usr/bin/python3
"""Who has the credit of a class, calculated from what truly happened.

Written from the requirements and the policy of the class alone; nothing of the product is imported. Reads lines of JSON: first
what the organiser has set, then what happened, at true times. Prints who was awarded credit, and of whom what is known in
the end speaks against it.

    credit.py FILE [--without RULE]

With --without one rule is left out, so that a test sees whether the history depends on it.
"""
import json
import sys

# ATT-1c: a code is good for its period and the time it takes to raise a phone. No code of a history is used between the two.
TOLERANCE = 60_000


class Calculation:
    def __init__(self, lines, without):
        self.settings, self.events = lines[0], lines[1:]
        self.policy = self.settings["policy"]
        self.without = without
        self.contacts = {}
        for event in self.of("contact"):
            self.contacts.setdefault(event["terminal"], []).append((event["at"], event["boot"]))

    def of(self, kind, **fields):
        return [e for e in self.events if e["event"] == kind and all(e.get(k) == v for k, v in fields.items())]

    def known_at(self, event):
        """SYN-2, SYN-3: what a terminal records the server knows from the terminal's next contact on."""
        if "terminal" not in event:
            return event["at"]
        later = [at for at, _ in self.contacts.get(event["terminal"], []) if at >= event["at"]]
        return min(later, default=None)

    def known(self, events, now):
        return [e for e in events if self.known_at(e) is not None and self.known_at(e) <= now]

    # Attendance

    def span(self, scan):
        """SYN-8: when a scan may have been. A boot that was in contact tells its time; of another one only the contacts
        before and after are known."""
        if "terminal" not in scan:
            return scan["at"], scan["at"]
        if self.without == "clocks":
            return scan["wall"], scan["wall"]
        contacts = self.contacts[scan["terminal"]]
        if any(boot == scan["boot"] for _, boot in contacts):
            return scan["at"], scan["at"]
        before = max((at for at, _ in contacts if at <= scan["at"]), default=float("-inf"))
        return before, self.known_at(scan)

    def window_of(self, scan, voided, decisions):
        """ATT-4: the window in which a scan counts; None for no window."""
        if scan["scan"] in voided:
            return None
        earliest, latest = self.span(scan)
        decision = decisions.get(scan["scan"])
        if decision is not None:
            if not decision["counts"]:
                return None
            if "countsAt" in decision:
                earliest = latest = decision["countsAt"]
        elif "shown" in scan and scan["at"] >= scan["shown"] + self.settings["codePeriod"] + TOLERANCE:
            return None
        for number, (start, end) in enumerate(self.settings["windows"]):
            if start <= earliest and latest < end:
                return number
        # An uncertain time counts only after a person decides.
        return None

    def attended(self, person, now, scans, voided, decisions):
        windows = {self.window_of(scan, voided, decisions) for scan in scans.get(person, [])} - {None}
        everything = set(range(len(self.settings["windows"])))
        demand = self.policy["attendanceDemand"]
        if demand == "any one period" or self.without == "windows":
            return bool(windows)
        assert demand == "every day and every window", demand
        return windows == everything

    # The exam

    def written(self, person, now):
        """EXM-3e, EXM-6: the marks of the attempts that have ended. Time over is submitted as saved."""
        questions = self.settings["key"]
        marks = []
        for begun in self.exams.get(person, []):
            over = begun["at"] + self.settings["examMinutes"] * 60_000
            ends = min([over] + [e["at"] for e in self.submissions.get((person, begun["attempt"]), [])])
            if ends > now:
                continue
            chosen = {}
            for answer in self.answers.get((person, begun["attempt"]), []):
                if answer["arrived"] and answer["at"] < over:
                    chosen[answer["question"]] = answer["chosen"]
            right = sum(chosen.get(question) == key for question, key in questions.items())
            marks.append(10_000 * right // len(questions))
        return marks

    def examined(self, person, now):
        """SKL-3: the mark that stands; None for none, and while examiners differ."""
        standing = {}
        marks = [m for m in self.known(self.marks.get(person, []), now) if m["examiner"] in self.settings["examiners"]]
        decided = [a for a in self.adjudications.get(person, []) if a["at"] <= now]
        if decided:
            last = decided[-1]
            standing["adjudication"] = last["mark"]
            marks = [m for m in marks if self.known_at(m) > last["at"]]
        for mark in marks:
            # A correction by the same examiner replaces the earlier one.
            standing[mark["examiner"]] = mark["mark"]
        values = set(standing.values())
        if self.without == "conflicts":
            return max(values, default=None)
        return values.pop() if len(values) == 1 else None

    def passed(self, person, now):
        """CRD-1, EXM-2: asked of category I where questions are. A pass in writing or by examiners is a pass."""
        if self.settings["category"] != "I" or int(self.policy["minQuestions"]) == 0 or self.without == "exam":
            return True
        marks = self.written(person, now)
        examined = self.examined(person, now)
        if examined is not None:
            marks.append(examined)
        return max(marks, default=0) >= self.settings["passMark"]

    # Credit

    def eligible(self, now):
        scans = {}
        for scan in self.known(self.of("scan"), now):
            scans.setdefault(scan["person"], []).append(scan)
        voided = {e["scan"] for e in self.known(self.of("void"), now)}
        if self.without == "voids":
            voided = set()
        decisions = {}
        for decision in self.of("decision"):
            if decision["at"] <= now and self.without != "decisions":
                decisions[decision["scan"]] = decision
        evaluated = {e["person"] for e in self.of("evaluation") if e["at"] <= now}
        waits = "credit" in self.policy["evaluationGates"] and self.without != "evaluation"
        confirms = self.policy["identityEvidence"] == "unit-confirmed" and self.without != "membership"
        return {
            person["person"]
            for person in self.of("person")
            # LEV-1b: leave excuses from nothing where credit is awarded.
            if self.attended(person["person"], now, scans, voided, decisions)
            and self.passed(person["person"], now)
            and (not waits or person["person"] in evaluated)
            and (not confirms or person["confirmed"])
        }

    def grouped(self, kind, *fields):
        groups = {}
        for event in self.of(kind):
            key = tuple(event[f] for f in fields)
            groups.setdefault(key if len(key) > 1 else key[0], []).append(event)
        return groups

    def run(self):
        self.exams = self.grouped("exam", "person")
        self.submissions = self.grouped("submitted", "person", "attempt")
        self.answers = self.grouped("answer", "person", "attempt")
        self.marks = self.grouped("mark", "person")
        self.adjudications = self.grouped("adjudication", "person")
        awarded, excluded = set(), set()
        for award in self.of("award"):
            # CRD-2a: who was left out with a reason stays out until named. CRD-6: what was awarded stays.
            excluded |= set(award.get("excluded", []))
            awarded |= self.eligible(award["at"]) - excluded
        end = max(event["at"] for event in self.events)
        return {"awarded": sorted(awarded), "differences": sorted(awarded - self.eligible(end))}


def main():
    without = sys.argv[3] if sys.argv[2:3] == ["--without"] else None
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    json.dump(Calculation(lines, without).run(), sys.stdout)


main()
