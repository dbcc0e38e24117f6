#!/usr/bin/env python3
"""What a case manager would otherwise script: the likely amount of each client and option, visit by visit.

    estimate.py ROWS.csv > amounts.csv

It shares nothing with preauth but the plan and treatment files, so equal amounts mean that two programs agree. It works
out what is stated in words that it understands: a yearly deductible and maximum; per visit a copay, a percentage,
nothing, or one of these for the first visits of a year; a copay for a whole stay or for its first days; and out of
network what is billed beyond the plan's amount. What it does not understand (limits, exclusions, Medicare Part A,
unknown terms and prices, limits of bills) it leaves out and counts on standard error.
"""

import collections
import csv
import datetime
import pathlib
import re
import sys

try:
    import tomllib
except ImportError:
    sys.exit("estimate.py needs Python 3.11 or later")

HERE = pathlib.Path(__file__).resolve().parent
LIBRARY = HERE.parents[1] / "plans"
NO_MAXIMUM = 10**15
DAY = datetime.timedelta(days=1)
SHARE = re.compile(r"(?:\$(?P<copay>[\d,.]+)(?: copay)?(?P<stay> per (?:stay|admission))?|(?P<percent>\d+)% coinsurance"
                   r"|no charge)"
                   r"(?P<when>; deductible does not apply| without deductible| after deductible)?")
FIRST_VISITS = re.compile(r"first (\d+) visits (.+), then (.+)")
FIRST_DAYS = re.compile(r"(?P<first>\$[\d,.]+ copay) per day, up to (?P<days>\d+) days per admission"
                        r"|(?P<each>\$[\d,.]+) per day for days 1-(?P<last>\d+); "
                        r"(?P<then>\$[\d,.]+) per day for days \d+-\d+(?P<when>; .+)")

# What one visit costs: the deductible first or not, then the copay in cents (once for a stay, or each time) or the
# percentage.
Share = collections.namedtuple("Share", "after_deductible copay per_stay percent")
# How a level is paid: so many visits (of a year or of a stay) at the first share, then the other; and the plan's yearly
# amounts in cents.
Terms = collections.namedtuple("Terms", "first_visits of_stay first then deductible maximum")


class NotUnderstood(Exception):
    pass


def cents(text):
    """"$1,234.50" in cents; a price may say what it is for, "$319.38/day"."""
    found = re.fullmatch(r"\$([\d,]+)(?:\.(\d\d))?(?:/day|/visit)?", text)
    if not found:
        raise NotUnderstood("amount")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def stated(value):
    """The value itself where the file adds where it comes from: { is = "$0", evidence = "assumption" }."""
    return value["is"] if isinstance(value, dict) and "is" in value else value


def yearly(section, network, if_none):
    """One person's deductible or maximum."""
    amount = stated(section.get(network, "unknown"))
    if isinstance(amount, dict):
        amount = amount["individual"]
    own = if_none if amount == "none" else cents(amount)
    shared = section.get("combined")
    if shared and (network == "out" or cents(shared["individual"]) < own):
        raise NotUnderstood("maximum of all networks")
    return own


def share(phrase, bare_skips_deductible):
    found = SHARE.fullmatch(phrase)
    if not found or (found["when"] is None and not bare_skips_deductible):
        raise NotUnderstood("words of the plan")
    copay = cents("$" + found["copay"]) if found["copay"] else 0
    return Share(found["when"] == " after deductible", copay, found["stay"] is not None, int(found["percent"] or 0))


def row_of(plan, level, network):
    """The row of the benefit table that the level is paid under."""
    row = plan["benefits"].get(level, {})
    while network not in row:
        level = stated(row.get("same_as", "unknown"))
        if level == "unknown":
            raise NotUnderstood("row of the plan unknown")
        row = plan["benefits"].get(level, {})
    return row


def shares(phrase, bare_skips_deductible):
    """How many visits are at a first share, whether of a stay (else of a year), that share, and the other."""
    if found := FIRST_VISITS.fullmatch(phrase):
        return (int(found[1]), False, share(found[2], bare_skips_deductible), share(found[3], bare_skips_deductible))
    if found := FIRST_DAYS.fullmatch(phrase):
        first = (found["first"] or found["each"]) + (found["when"] or "")
        then = (found["then"] or "$0") + (found["when"] or "")
        return (int(found["days"] or found["last"]), True, share(first, bare_skips_deductible),
                share(then, bare_skips_deductible))
    return (0, False, None, share(phrase, bare_skips_deductible))


def read_terms(plan, level, network):
    """None when the plan does not cover the level."""
    if any(level in exclusion.get("benefits", ()) for exclusion in plan.get("exclusions", ())):
        raise NotUnderstood("exclusion")
    if network == "out" and "balance_limit" in plan.get("out_of_network", {}):
        raise NotUnderstood("limit of the bill")
    own = plan["benefits"].get(level, {})
    row = row_of(plan, level, network)
    if {stated(own.get("limit", "none")), stated(row.get("limit", "none"))} - {"none", "unknown"}:
        raise NotUnderstood("limit")
    if not plan["plan"]["year"][4:].startswith("-01-01.."):
        raise NotUnderstood("plan year")
    phrase = stated(row[network])
    if phrase == "not covered":
        return None
    return Terms(*shares(phrase, plan["plan"].get("wording") == "puf"), yearly(plan["deductible"], network, 0),
                 yearly(plan["out_of_pocket_max"], network, NO_MAXIMUM))


def days_of(schedule, start):
    """"28 days", "1 visit/week for 16 weeks", "3 days/week for 9 weeks": visits fall on working days."""
    if found := re.fullmatch(r"(\d+) days", schedule):
        return [start + DAY * count for count in range(int(found[1]))]
    found = re.fullmatch(r"([13]) (?:visit|day)s?/week for (\d+) weeks", schedule)
    if not found:
        raise NotUnderstood("schedule")
    a_week, weeks = int(found[1]), int(found[2])
    weekdays = {0, 2, 4} if a_week == 3 else {0, 1, 2, 3, 4}
    while start.weekday() not in weekdays:
        start += DAY
    if a_week == 1:
        return [start + 7 * DAY * week for week in range(weeks)]
    days = []
    while len(days) < a_week * weeks:
        if start.weekday() in weekdays:
            days.append(start)
        start += DAY
    return days


def percent_of(amount, percent):
    """To the cent, half a cent up."""
    return (amount * percent + 50) // 100


def patient_pays(terms, price, days, deductible_met, maximum_met):
    year = days[0].year
    deductible = max(0, terms.deductible - deductible_met)
    maximum = max(0, terms.maximum - maximum_met)
    stay_copay = terms.then.copay
    visits = total = 0
    for day in days:
        if day.year != year:
            year, deductible, maximum = day.year, terms.deductible, terms.maximum
            visits = visits if terms.of_stay else 0
        visits += 1
        due = terms.first if visits <= terms.first_visits else terms.then
        before = min(price, deductible) if due.after_deductible else 0
        deductible -= before
        rest = price - before
        copay = min(rest, stay_copay if due.per_stay else due.copay)
        stay_copay -= copay if due.per_stay else 0
        owed = min(maximum, before + copay + percent_of(rest, due.percent))
        maximum -= owed
        total += owed
    return total


class Estimator:
    """Reads every plan and treatment file once, and every row of a plan once."""

    def __init__(self):
        self.files = {}
        self.known_terms = {}

    def read(self, path):
        if path not in self.files:
            self.files[path] = tomllib.loads(path.read_text(encoding="utf-8"))
        return self.files[path]

    def terms(self, *plan_level_network):
        if plan_level_network not in self.known_terms:
            plan, level, network = plan_level_network
            try:
                terms = read_terms(self.read(LIBRARY / f"{plan}.toml"), level, network)
            except NotUnderstood as why:
                terms = why
            self.known_terms[plan_level_network] = terms
        terms = self.known_terms[plan_level_network]
        if isinstance(terms, NotUnderstood):
            raise terms
        return terms

    def amount(self, row, option):
        network = row["facilities.place.network"]
        [step] = option["steps"]
        level = step["level"]
        [place] = self.read(HERE / row["treatment"])["facilities"]
        prices = place["prices"].get(level, {})
        allowed = row.get(f"facilities.place.prices.{level}.allowed") or prices.get("allowed")
        billed = prices.get("billed", allowed if network == "in" else None)
        if allowed is None or billed is None:
            raise NotUnderstood("price not stated")
        schedule = row.get(f"options.{option['id']}.steps.1.schedule") or step["schedule"]
        days = days_of(schedule, datetime.date.fromisoformat(row["client.start"]))
        terms = self.terms(row["plan"], level, network)
        if terms is None:
            return cents(billed) * len(days)
        if network == "out":  # nothing is stated as met there
            beyond = (cents(billed) - cents(allowed)) * len(days)
            return beyond + patient_pays(terms, cents(allowed), days, 0, 0)
        return patient_pays(terms, cents(allowed), days, cents(row["so_far.deductible.in"]),
                            cents(row["so_far.out_of_pocket.in"]))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: estimate.py ROWS.csv")
    estimator = Estimator()
    left_out = collections.Counter()
    result = csv.writer(sys.stdout, lineterminator="\n")
    result.writerow(("id", "option", "patient"))
    done = 0
    with open(sys.argv[1], newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            for option in estimator.read(HERE / row["treatment"])["options"]:
                try:
                    amount = estimator.amount(row, option)
                except NotUnderstood as why:
                    left_out[str(why)] += 1
                    continue
                done += 1
                result.writerow((row["id"], option["id"], f"{amount // 100}.{amount % 100:02}"))
    reasons = "".join(f"\n  {count:9} {why}" for why, count in left_out.most_common())
    print(f"{done} amounts; left out for:{reasons}", file=sys.stderr)


if __name__ == "__main__":
    main()
