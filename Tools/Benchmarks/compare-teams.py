#!/usr/bin/env python3
"""Solves written-out models of teams twice, with the program's own solver and with OR-Tools CP-SAT, and checks both answers by the
rules, which are written down here a second time. Needs OR-Tools from PyPI:

    python3 -m venv .venv && .venv/bin/pip install ortools
    swift build -c release --product TeamBenchmark
    .venv/bin/python Tools/Benchmarks/compare-teams.py --seeds 1 2 3
    .venv/bin/python Tools/Benchmarks/compare-teams.py --models model.json   # from: xuncha team model --round 14-3 --out model.json
"""
import argparse, collections, json, os, subprocess, sys, tempfile, time


class Rules:
    """The model's rules and its score, read from the JSON alone."""

    def __init__(self, model):
        self.model = model
        self.people = {p["id"]: p for p in model["people"]}
        self.teams = {t["id"]: t for t in model["teams"]}
        self.forbidden = {(b["person"], b["team"], r) for b in model["forbidden"] for r in b["roles"]}
        self.penalty = collections.Counter()
        for b in model["penalties"]:
            for r in b["roles"]:
                self.penalty[b["person"], b["team"], r] += b["weight"]
        self.apart = {frozenset((a["superior"], a["subordinate"])) for a in model["apart"]}
        self.points = model["settings"]["points"]
        self.pins = [(s["person"], s["team"], s["role"]) for s in model["pins"]]
        self.previous = [(s["person"], s["team"], s["role"]) for s in model["previous"]]

    def is_away(self, person):
        return any(a["from"] <= self.model["to"] and a["to"] >= self.model["from"] for a in person["absences"])

    def allows(self, person, team, role):
        is_closed = any(o["role"] == role for o in person["obstacles"])
        is_open = role in person["roles"] and not is_closed and not self.is_away(person)
        return is_open and (person["id"], team, role) not in self.forbidden

    def is_old_hand(self, person):
        return person["roundsServed"] >= self.model["settings"]["oldHandRounds"]

    def violations(self, seats):
        found = []
        for person, count in collections.Counter(s[0] for s in seats).items():
            if count > 1:
                found.append(f"{person} sits {count} times")
        found += [f"pin {pin} is not kept" for pin in self.pins if pin not in seats]
        for name, team in self.teams.items():
            own = [s for s in seats if s[1] == name]
            roles = collections.Counter(s[2] for s in own)
            if not team["size"]["low"] <= len(own) <= team["size"]["high"]:
                found.append(f"{name} has {len(own)} people")
            if roles["leader"] != 1:
                found.append(f"{name} has {roles['leader']} leaders")
            if not team["deputies"]["low"] <= roles["deputy"] <= team["deputies"]["high"]:
                found.append(f"{name} has {roles['deputy']} deputies")
            members = [self.people[s[0]] for s in own]
            found += [f"{s} is not allowed" for s in own if not self.allows(self.people[s[0]], s[1], s[2])]
            for want in team["wants"]:
                if want["isRequired"] and sum(want["specialty"] in m["specialties"] for m in members) < want["count"]:
                    found.append(f"{name} lacks {want['specialty']}")
            for i, one in enumerate(members):
                for other in members[i + 1:]:
                    units = frozenset((one["homeUnit"], other["homeUnit"]))
                    if len(units) == 1 or units in self.apart:
                        found.append(f"{name}: units of {one['id']} and {other['id']}")
        return found

    def cost(self, person, team, role):
        return person["roundsServed"] * self.points["roundServed"] + self.penalty[person["id"], team, role]

    def score(self, seats):
        settings, points = self.model["settings"], self.points
        total = -points["change"] * sum(s not in set(seats) for s in self.previous)
        for name, team in self.teams.items():
            own = [s for s in seats if s[1] == name]
            members = [self.people[s[0]] for s in own]
            for want in team["wants"]:
                total += want["weight"] * min(want["count"], sum(want["specialty"] in m["specialties"] for m in members))
            total += points["experience"] * min(settings["oldHands"], sum(map(self.is_old_hand, members)))
            total += points["experience"] * min(settings["newcomers"], sum(m["roundsServed"] == 0 for m in members))
            total -= sum(self.cost(self.people[s[0]], s[1], s[2]) for s in own)
            total -= points["furtherDeputy"] * max(0, sum(s[2] == "deputy" for s in own) - team["deputies"]["low"])
        return total


def solve_cp_sat(rules, seconds, workers):
    from ortools.sat.python import cp_model

    cp, seats, terms = cp_model.CpModel(), {}, []
    settings, points = rules.model["settings"], rules.points
    for person in rules.people.values():
        own = []
        for team in rules.teams:
            for role in person["roles"]:
                if rules.allows(person, team, role):
                    seats[person["id"], team, role] = x = cp.new_bool_var("")
                    own.append(x)
                    worth = points["change"] * ((person["id"], team, role) in rules.previous) - rules.cost(person, team, role)
                    if worth:
                        terms.append(worth * x)
        if own:
            cp.add_at_most_one(own)
    for pin in rules.pins:
        cp.add(seats[pin] == 1)
    by_team = collections.defaultdict(list)
    for key, x in seats.items():
        by_team[key[1]].append((rules.people[key[0]], key[2], x))
    for name, team in rules.teams.items():
        own = by_team[name]
        cp.add_linear_constraint(sum(x for _, _, x in own), team["size"]["low"], team["size"]["high"])
        cp.add_exactly_one(x for _, role, x in own if role == "leader")
        deputies = sum(x for _, role, x in own if role == "deputy")
        cp.add_linear_constraint(deputies, team["deputies"]["low"], team["deputies"]["high"])
        units = collections.defaultdict(list)
        for person, _, x in own:
            units[person["homeUnit"]].append(x)
        for members in units.values():
            cp.add_at_most_one(members)
        for pair in rules.apart:
            cp.add_at_most_one(x for unit in pair for x in units.get(unit, []))

        def wish(count, worth, chosen):
            if count and worth:
                y = cp.new_int_var(0, count, "")
                cp.add(y <= sum(chosen))
                terms.append(worth * y)

        for want in team["wants"]:
            having = [x for person, _, x in own if want["specialty"] in person["specialties"]]
            if want["isRequired"]:
                cp.add(sum(having) >= want["count"])
            wish(want["count"], want["weight"], having)
        wish(settings["oldHands"], points["experience"], [x for person, _, x in own if rules.is_old_hand(person)])
        wish(settings["newcomers"], points["experience"], [x for person, _, x in own if person["roundsServed"] == 0])
        further = cp.new_int_var(0, 20, "")
        cp.add(further >= deputies - team["deputies"]["low"])
        terms.append(-points["furtherDeputy"] * further)
    cp.maximize(sum(terms) - points["change"] * len(rules.previous))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    start = time.monotonic()
    status = solver.solve(cp)
    taken = time.monotonic() - start
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return solver.status_name(status).lower(), None, None, taken, []
    found = [key for key, x in seats.items() if solver.value(x)]
    name = "optimal" if status == cp_model.OPTIMAL else "bounded"
    return name, round(solver.objective_value), round(solver.best_objective_bound), taken, found


def solve_cbc(program, path, seconds):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([program, "solve", "--time-limit", str(seconds), path, out.name], check=True, capture_output=True)
        answer = json.load(open(out.name))
    seats = [(s["person"], s["team"], s["role"]) for s in answer["seats"]]
    return answer["status"], answer["objective"], answer["bound"], answer["seconds"], seats


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/TeamBenchmark")
    parser.add_argument("--models", nargs="*", default=[], help="models to solve; generated ones where none is named")
    parser.add_argument("--seeds", nargs="*", type=int, default=[1, 2, 3])
    parser.add_argument("--people", type=int, default=1300)
    parser.add_argument("--teams", type=int, default=20)
    parser.add_argument("--size", type=int, default=8)
    parser.add_argument("--targets", type=int, default=5)
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2, help="of CP-SAT; the program uses one")
    options = parser.parse_args()
    folder = tempfile.mkdtemp()
    models = list(options.models)
    if not models:
        for seed in options.seeds:
            models.append(os.path.join(folder, f"seed-{seed}.json"))
            subprocess.run(
                [options.program, "make", "--people", str(options.people), "--teams", str(options.teams), "--size",
                 str(options.size), "--targets", str(options.targets), "--seed", str(seed), models[-1]], check=True)
    wrong = 0
    print(f"{'model':24} {'solver':10} {'status':10} {'objective':>9} {'bound':>7} {'gap %':>6} {'seconds':>8}  checked")
    for path in models:
        rules = Rules(json.load(open(path)))
        answers = [
            ("Cbc", solve_cbc(options.program, path, options.time_limit)),
            ("Cbc again", solve_cbc(options.program, path, options.time_limit)),
            (f"CP-SAT/{options.workers}", solve_cp_sat(rules, options.time_limit, options.workers)),
        ]
        for solver, (status, objective, bound, seconds, seats) in answers:
            faults = rules.violations(seats) if seats else []
            if seats and rules.score(seats) != objective:
                faults.append(f"scores {rules.score(seats)}, not {objective}")
            gap = "" if objective is None or not seats else f"{100 * max(0, bound - objective) / max(1, abs(objective)):.2f}"
            checked = "; ".join(faults[:3]) if faults else "no rule broken" if seats else ""
            wrong += bool(faults)
            print(f"{os.path.basename(path):24} {solver:10} {status:10} {objective!s:>9} {bound!s:>7} {gap:>6} {seconds:8.2f}  {checked}")
        if answers[0][1][4] != answers[1][1][4]:
            wrong += 1
            print("  the two answers of Cbc differ")
        if answers[0][1][0] == answers[2][1][0] == "optimal" and answers[0][1][1] != answers[2][1][1]:
            wrong += 1
            print("  both are called optimal and differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
