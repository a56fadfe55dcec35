#!/usr/bin/env python3
"""Writes October 2026 of the three bodies: night/, sunday/ and platform/.

    python3 inputs/bodies/make.py

The means are those of ../make.py, the rows are in story.txt: their first cell says whose they are (n, s, p), and {city},
{office}, {desk} and {vendor} become what that body calls them. A second run gives the same bytes.
"""
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))
from make import STORY, Dice, at, busy, business_day, event_rows, inquiries, instant, later, month_days, requests, settle, story, write

BODIES = {
    "night": dict(city="甲見本市", office="情報政策課", desk="サービスデスク", vendor="甲見本運用株式会社"),
    "sunday": dict(city="乙見本市", office="情報管理課", desk="運用窓口", vendor="乙見本情報株式会社"),
    "platform": dict(city="丙見本局", office="総務課", desk="サポート窓口", vendor="丙見本基盤株式会社"),
}
DAYS = month_days(2026, 10)
OWN = story(HERE / "story.txt")


def rows_of(name, body):
    """The rows of a section that are the body's, without the cell that says so."""
    for row in OWN[name]:
        if body[0] in row["who"]:
            yield {field: cell.format(**BODIES[body]) for field, cell in row.items() if field != "who"}


# --- tickets and the work that they leave -------------------------------------------------------------------

def incident(row, body):
    found, back = instant(row["detected_at"]), instant(row["restored_at"])
    arrived, done = later(found, int(row["minutes"])), later(back, 240)
    course = [(later(found, 2), "accepted", "警報を確認して受付"), (arrived, "in_progress", "現地で切り分けを開始"),
              (done, "done", row["permanent"]), (later(done, 500), "closed", f"{BODIES[body]['office']}の承認を得て完了")]
    return {**row, "type": "incident", "channel": "monitor", "category": "障害", "requester": BODIES[body]["office"],
            "priority": "高", "detected_at": found, "received_at": later(found, 2), "reported_at": later(found, 15), "arrived_at": arrived,
            "answered_at": arrived, "restored_at": back, "prevention": row["permanent"], "course": course,
            "nonconformity": "no"}


def operations(body):
    """The tasks of the platform's menu: accepted, done within three business days, checked, approved."""
    dice = Dice(body + "menu")
    for row in rows_of("menu", body):
        for _ in range(int(row["count"])):
            t = later(at(business_day(date(2026, 10, 1), dice.between(0, 17))), dice.between(5, 400))
            start, done = later(t, dice.between(20, 90)), later(t, dice.between(150, 1000))
            course = [(t, "accepted", ""), (start, "in_progress", ""), (done, "done", row["done"]),
                      (later(done, dice.between(60, 500)), "closed", "総務課が承認")]
            yield dict(type="request", title=row["title"].replace("#", str(dice.between(1, 9))), category=row["category"], system="platform",
                       priority="中", requester=dice.pick(["税務課", "福祉課", "教育総務課", "上下水道課"]), channel="mail", received_at=t,
                       course=course, hours=float(row["hours"]))


def numbered(tickets):
    tickets = sorted(tickets, key=lambda ticket: (ticket["received_at"], ticket["title"]))
    for n, ticket in enumerate(tickets, 1):
        yield {**ticket, "ticket_id": f"OP-2610-{n:02}"}


def tickets_of(body):
    found = [incident(row, body) for row in rows_of("incidents", body)]
    if body == "platform":
        drawn = list(numbered(operations(body)))
    else:
        mine = {"resident", "tax"}
        kinds = [[kind for kind in STORY[name] if kind["system"] in mine] for name in ("requests", "inquiries")]
        drawn = [*requests(Dice(body + "r"), kinds[0], {10: (9, 0)}), *inquiries(Dice(body + "i"), kinds[1], {10: (0, 14)})]
    return sorted(map(settle, drawn + found), key=lambda ticket: (ticket["received_at"], ticket["ticket_id"]))


TICKET = ("ticket_id type title system component severity priority category requester channel detected_at received_at reported_at arrived_at "
          "answered_at restored_at resolved_at closed_at status first_contact known escalated_to outage_start outage_end impact cause "
          "cause_category provisional permanent prevention nonconformity change_id urgent after_hours")


def work_of(ticket, body):
    """The record of the work that a request or an incident was."""
    trouble, start = ticket["type"] == "incident", ticket["course"][1][0] if len(ticket["course"]) > 1 else None
    end = ticket["resolved_at"]
    said = [f"{when:%m/%d %H:%M} {note or word}" for (when, state, note), word in
            zip(ticket["course"], ("受付", "着手", "", ""), strict=False) if note or word]
    return dict(title=ticket["title"], kind="maintenance" if trouble else "operation", category=ticket["category"], system=ticket["system"],
                received_at=ticket["received_at"], occurred_at=ticket.get("detected_at") or ticket["received_at"],
                planned_start=start, planned_end=end or later(ticket["received_at"], 900), started_at=start, finished_at=end,
                status="done" if end else ticket["status"], assignee="保守担当者A" if trouble else "運用担当者" + "AB"[len(ticket["title"]) % 2],
                approver="運用責任者" if end else "", impact=ticket.get("impact") or "影響なし・停止なし", action="\n".join(said),
                completed_on=end.date() if end else None, hours=ticket.get("hours", 4.0), place="onsite" if trouble or body == "platform" else "remote",
                basis="contract", ticket_id=ticket["ticket_id"])


def routine(row):
    start = at(business_day(date(2026, 10, 1), int(row["day"]) - 1), 14)
    end = start + timedelta(hours=float(row["hours"]))
    return {**row, "occurred_at": start, "planned_start": start, "planned_end": end, "started_at": start, "finished_at": end,
            "status": "done", "assignee": "運用担当者A", "approver": "運用責任者", "impact": "影響なし・停止なし",
            "completed_on": start.date(), "place": "onsite", "basis": "contract"}


WORK = ("work_id title kind category system received_at occurred_at planned_start planned_end started_at finished_at status assignee approver "
        "impact action completed_on hours place basis ticket_id")


def work_rows(body, tickets):
    rows = [work_of(ticket, body) for ticket in tickets if ticket["type"] != "inquiry"] + [routine(row) for row in rows_of("routine", body)]
    rows.sort(key=lambda row: (row["occurred_at"], row["title"]))
    return [{**row, "work_id": f"W-2610-{n:03}"} for n, row in enumerate(rows, 1)]


# --- monitoring ---------------------------------------------------------------------------------------------

def hours():
    return [at(day, hour) for day in DAYS for hour in range(24)]


def is_down(body, target, t):
    return any(row["target"] == target and instant(row["start"]) <= t < instant(row["end"]) for row in rows_of("stops", body))


def states(body, targets):
    """A wide table: one line an hour, one column a target, 1 for an answer to ping."""
    return [{"at": t, **{name: 1 - is_down(body, name, t) for name in targets}} for t in hours()]


def night_states(targets):
    """The full backup of a Sunday stops the service from one to five in the night."""
    closed = lambda t: t.weekday() == 6 and 1 <= t.hour <= 4
    return [{**row, **({name: 0 for name in targets} if closed(row["at"]) else {})} for row in states("night", targets)]


def levels(body, step):
    """A wide table of percentages: host/metric, its idle value and what a busy hour adds."""
    dice, lines = Dice(body + "metric"), list(rows_of("levels", body))
    return [{"at": t, **{row["column"]: f"{dice.near(float(row['idle']) + float(row['busy']) * busy(t) + float(row['growth']) * t.day, 2):.1f}"
                         for row in lines}} for t in hours()[::step]]


def backups(body):
    dice = Dice(body + "backup")
    for day in DAYS:
        for row in rows_of("backups", body):
            start = at(day, int(row["hour"]), 30)
            end = start + timedelta(minutes=dice.between(40, 90))
            yield dict(job=row["job"], target=row["target"], scheduled_at=start, started_at=start, finished_at=end, result="success",
                       bytes=int(dice.near(90, 4) * 2**30), generation="日次7世代", media="ディスク", offsite=day.weekday() == 6)


def jobs(body):
    dice = Dice(body + "job")
    for day in (day for day in DAYS if day.weekday() < 5):
        for row in rows_of("jobs", body):
            start = at(day, int(row["hour"]))
            yield dict(job=row["job"], system=row["system"], scheduled_at=start, deadline_at=start + timedelta(hours=4), started_at=start,
                       finished_at=start + timedelta(minutes=dice.between(25, 120)), result="success", exit_code=0, records=dice.between(200, 900))


def make(body):
    folder = HERE / body
    tickets = tickets_of(body)
    told = [{**row, "at": instant(row["at"])} for row in rows_of("events", body)]
    write(folder / "tickets/tickets.csv", tickets, TICKET)
    write(folder / "tickets/events.csv", event_rows(tickets, told))
    write(folder / "worklog/work-2026-10.csv", work_rows(body, tickets), WORK)
    write(folder / "monitoring/backup.csv", list(backups(body)))
    for name in (name for name in OWN if "/" in name):
        rows = list(rows_of(name, body))
        if rows:
            write(folder / f"{name}.csv", rows)
    if list(rows_of("jobs", body)):
        write(folder / "monitoring/job.csv", list(jobs(body)))
    write(folder / "monitoring/level.csv", levels(body, 1 if body == "platform" else 6))


def main():
    for body in BODIES:
        make(body)
    write(HERE / "night/monitoring/ping.csv", night_states(["resident-sv", "tax-sv"]))
    write(HERE / "platform/monitoring/ping.csv", states("platform", ["host1", "host2", "storage", "backup", "vm-tax", "vm-welfare", "vm-school"]))


if __name__ == "__main__":
    main()
