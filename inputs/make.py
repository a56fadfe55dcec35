#!/usr/bin/env python3
"""Writes the data of the sample workspace: seven months of an invented city, 見本市.

    python3 inputs/make.py

What a person would write stands in story.txt, one row a line; what is many and alike (samples, inquiries, jobs) is
drawn from fixed seeds. No clock, no locale: a second run gives the same bytes. README.md tells the story in the data.
"""
import csv
import io
import random
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST, LAST = date(2026, 4, 1), date(2026, 10, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
EXPORT = datetime(2026, 11, 1)          # the exports were taken here: nothing later is known
MONTHS = [(2026, m) for m in range(4, 11)]
POLL = timedelta(minutes=15)            # the interval of the status samples; contract.xml says the same


class Dice:
    """Draws from random() alone: of Python's methods only that one is promised to stay as it is."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, things):
        return things[int(self.random() * len(things))]

    def near(self, middle, spread):
        return middle + spread * (self.random() + self.random() + self.random() - 1.5)


def story(path):
    """The sections of a story by name, each a list of rows as dictionaries."""
    sections = {}
    for section in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, head, *lines = section.strip().splitlines()
        rows = [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in lines]
        sections[name] = [dict(zip(head.split("|"), row, strict=True)) for row in rows]
    return sections


def instant(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M") if text else None


def canonical(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)


def slashed(value):
    """Instants and days as a spreadsheet shows them: 2026/10/5 9:05."""
    if isinstance(value, datetime):
        return f"{value.year}/{value.month}/{value.day} {value.hour}:{value.minute:02}"
    return f"{value.year}/{value.month}/{value.day}" if isinstance(value, date) else canonical(value)


def write(name, rows, fields=None, encoding="utf-8", end="\r\n", show=canonical):
    """One CSV file; the fields are the header, and rows may lack any of them."""
    fields = fields.split() if fields else list(rows[0])
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator=end)
    lines.writerow(fields)
    lines.writerows([show(row.get(field)) for field in fields] for row in rows)
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(out.getvalue().encode(encoding))


def month_days(year, month):
    return [day for day in DAYS if (day.year, day.month) == (year, month)]


def at(day, hour=0, minute=0):
    return datetime.combine(day, time(hour, minute))


STORY = story(HERE / "story.txt")


# --- the office calendar, as in contract.xml ---------------------------------------------------------------

HOLIDAYS = {date.fromisoformat(f"{year}-{day}"): name for year, text in {
    2025: "01-01元日 01-13成人の日 02-11建国記念の日 02-23天皇誕生日 02-24休日 03-20春分の日 04-29昭和の日 05-03憲法記念日 "
          "05-04みどりの日 05-05こどもの日 05-06休日 07-21海の日 08-11山の日 09-15敬老の日 09-23秋分の日 10-13スポーツの日 "
          "11-03文化の日 11-23勤労感謝の日 11-24休日",
    2026: "01-01元日 01-12成人の日 02-11建国記念の日 02-23天皇誕生日 03-20春分の日 04-29昭和の日 05-03憲法記念日 "
          "05-04みどりの日 05-05こどもの日 05-06休日 07-20海の日 08-11山の日 09-21敬老の日 09-22休日 09-23秋分の日 "
          "10-12スポーツの日 11-03文化の日 11-23勤労感謝の日",
    2027: "01-01元日 01-11成人の日 02-11建国記念の日 02-23天皇誕生日 03-21春分の日 03-22休日 04-29昭和の日 05-03憲法記念日 "
          "05-04みどりの日 05-05こどもの日 07-19海の日 08-11山の日 09-20敬老の日 09-23秋分の日 10-11スポーツの日 "
          "11-03文化の日 11-23勤労感謝の日",
}.items() for day, name in ((word[:5], word[5:]) for word in text.split())}


def spans(day):
    """Opening times of one day."""
    if day == date(2026, 10, 10):
        return [(at(day, 9), at(day, 12))]
    closed = day in HOLIDAYS or day == date(2026, 10, 9) or (day.month, day.day) in {(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)}
    return [] if closed or day.weekday() > 4 else [(at(day, 8, 30), at(day, 12)), (at(day, 13), at(day, 17, 15))]


def later(start, minutes):
    """The instant so many minutes of open time after start."""
    left, day = timedelta(minutes=minutes), start.date()
    while True:
        for opens, closes in spans(day):
            begin = max(opens, start)
            if begin < closes and closes - begin > left:
                return begin + left
            left -= max(closes - begin, timedelta(0))
        day += timedelta(1)


def business_day(day, n):
    """The n-th business day after day; day itself, or the first open day from it on, is number 0."""
    while not spans(day):
        day += timedelta(1)
    return day if n == 0 else business_day(day + timedelta(1), n - 1)


# --- what happened: outages, stops, a gap -------------------------------------------------------------------

TARGETS = {"web1": "住民記録Webサーバ1", "web2": "住民記録Webサーバ2", "resdb": "住民記録DBサーバ", "taxapp": "税務APサーバ",
           "mailgw": "メール中継サーバ", "gw": "グループウェアサーバ", "nw-core": "庁内基幹スイッチ",
           "nw-line": "データセンター接続回線(主)", "eapply-web": "電子申請の公開画面"}
SYSTEMS = {"resident": ("web1", "web2", "resdb"), "tax": ("taxapp",), "mail": ("mailgw",), "groupware": ("gw",)}
SYSTEM_NAMES = {"resident": "住民記録", "tax": "税務", "mail": "メール", "groupware": "グループウェア", "": "共通"}
GAP = ("resdb", datetime(2026, 8, 6, 13), datetime(2026, 8, 6, 16))
LOG_JOB_STOPS, DB_DOWN, DB_UP = datetime(2026, 10, 10, 10, 30), datetime(2026, 10, 14, 10, 7), datetime(2026, 10, 14, 11, 32)




def outages():
    """(incident, target, start, end) of each incident that stopped a target."""
    for row in STORY["incidents"]:
        if row["span"]:
            start, end = map(instant, row["span"].split("/"))
            yield row, row["component"], start, end


def down_spells():
    """All spells in which the samples say down, planned or not."""
    spells = [(target, start, end) for _, target, start, end in outages()]
    for stop in STORY["ledgers/maintenance"]:
        if stop["actual_end"]:
            spells += [(t, instant(stop["start"]), instant(stop["actual_end"])) for t in SYSTEMS[stop["target"]]]
    for row in STORY["unattended"]:
        spells.append((row["target"], instant(row["start"]), instant(row["end"])))
    # On the day of the power cut the server was shut down and started inside the excluded hours.
    return spells + [("gw", datetime(2026, 10, 9, 8, 25), datetime(2026, 10, 9, 16, 40))]


# --- monitoring ---------------------------------------------------------------------------------------------

def busy(t):
    """Load of an instant between 0 and 1: high in office hours, the first and last days of a month higher."""
    if not spans(t.date()):
        return 0.12
    load = {8: .55, 9: .9, 10: 1, 11: .9, 12: .5, 13: .8, 14: .9, 15: .85, 16: .75, 17: .5}.get(t.hour, .12)
    return load * (1 if t.day in (1, 2, 3, 28, 29, 30) else .88)


def state_of(target, t, spells):
    """up, down, or None where no sample was taken."""
    if target == GAP[0] and GAP[1] <= t < GAP[2]:
        return None
    return "down" if any(name == target and start <= t < end for name, start, end in spells) else "up"


def response(dice, t):
    waits = 4200 if DB_DOWN <= t < DB_UP else 0
    return round(dice.near(180 + 520 * busy(t), 160)) + waits


def status_rows(year, month, dice):
    spells = down_spells()
    for day in month_days(year, month):
        today = [s for s in spells if s[1].date() <= day <= s[2].date()]
        for t in (at(day) + n * POLL for n in range(96)):
            for target in TARGETS:
                state = state_of(target, t, today)
                web = target in ("web1", "web2", "gw") and state == "up"
                if state:
                    yield {"at": t, "target": target, "state": state, "response_ms": response(dice, t) if web else None}


def disk_of_db(t):
    """58 %, but for the days when the archive log filled the area (INC-2610-02)."""
    if LOG_JOB_STOPS <= t < DB_UP:
        return min(100, 58 + 42 * ((t - LOG_JOB_STOPS) / (DB_DOWN - LOG_JOB_STOPS)))
    return 58


def metric_rows(year, month, dice, lines):
    spells = down_spells()
    for t in (at(day, hour) for day in month_days(year, month) for hour in range(24)):
        grown = 61 + (t - at(FIRST)).days * 0.083      # attachments pile up: the forecast has something to find
        values = [("resdb", "cpu_percent", dice.near(14 + 46 * busy(t), 10)), ("resdb", "memory_percent", dice.near(63 + 9 * busy(t), 3)),
                  ("resdb", "disk_percent", disk_of_db(t)), ("web1", "cpu_percent", dice.near(9 + 38 * busy(t), 8)),
                  ("web1", "memory_percent", dice.near(48 + 14 * busy(t), 4)), ("gw", "disk_percent", dice.near(grown, .3))]
        for host, metric, value in values:
            if state_of(host, t, spells) == "up":
                yield {"at": t, "host": host, "metric": metric, "value": f"{value:.1f}", "unit": "%"}
        if state_of("web1", t, spells) == "up":
            yield {"at": t, "host": "web1", "metric": "throughput", "value": f"{lines.near(3 + 24 * busy(t), 4):.1f}", "unit": "件/秒"}
        yield {"at": t, "host": "NW-001", "metric": "network_percent", "value": f"{lines.near(8 + 31 * busy(t), 6):.1f}", "unit": "%"}


def alert_rows():
    rows = [dict(raised_at=canonical(start), cleared_at=end, target=target, severity="重大", message=f"{TARGETS[target]} 応答なし",
                 notified_at=start + timedelta(minutes=2), ticket_id=row["ticket_id"]) for row, target, start, end in outages()]
    rows = sorted(rows + STORY["warnings"], key=lambda row: row["raised_at"])
    return [{"alert_id": f"AL-{n:04}", **row} for n, row in enumerate(rows, 1)]


def backup_rows(dice):
    odd = {("BK-TAX", date(2026, 10, 22)): "failure", ("BK-MAIL", date(2026, 10, 1)): "missed", ("BK-GW", date(2026, 6, 10)): "failure",
           ("BK-RES", date(2026, 5, 17)): "warning", ("BK-GW", date(2026, 8, 23)): "warning"}
    plan = [("BK-RES", "resdb", 0, 30, 182), ("BK-TAX", "taxapp", 1, 0, 96), ("BK-MAIL", "mailgw", 1, 30, 41), ("BK-GW", "gw", 2, 0, 310)]
    for day in DAYS:
        for job, target, hour, minute, gib in plan:
            result = odd.get((job, day), "success")
            start, took = at(day, hour, minute), dice.between(gib // 6, gib // 5)
            ran, full = result != "missed", day.weekday() == 6
            yield dict(job=job, target=target, scheduled_at=start, started_at=start if ran else None, result=result,
                       finished_at=start + timedelta(minutes=took) if ran else None, generation="週次7世代" if full else "日次14世代",
                       bytes=int(dice.near(gib, gib * .02) * 2**30) if result in ("success", "warning") else None,
                       media="LTOテープ" if full else "バックアップ用ディスク", offsite=full and result == "success")


def job_rows(dice):
    plan = [("RES-IDO", "resident", 21, 0, 9 * 60, 95, 1400), ("TAX-KESHIKOMI", "tax", 22, 0, 8 * 60, 210, 5200),
            ("GW-SOSHIKI", "groupware", 5, 0, 120, 18, 1180), ("RES-SHOKAI", "resident", 23, 30, 6 * 60, 40, 320)]
    for day in (day for day in DAYS if spans(day)):
        for job, system, hour, minute, limit, took, records in plan:
            start = at(day, hour, minute)
            failed = (job, day) == ("TAX-KESHIKOMI", date(2026, 7, 27))
            late = (job, day) == ("TAX-KESHIKOMI", date(2026, 10, 19))
            end = datetime(2026, 10, 20, 6, 48) if late else start + timedelta(minutes=round(dice.near(took, took * .25)))
            yield dict(job=job, system=system, scheduled_at=start, deadline_at=start + timedelta(minutes=limit), started_at=start,
                       finished_at=None if failed else end, result="failure" if failed else "success", exit_code=12 if failed else 0,
                       records=0 if failed else round(dice.near(records, records * .2) * (3 if late else 1)))


def security_rows(dice):
    rows = [{**row, "at": instant(row["at"])} for row in STORY["threats"]]
    for year, month in MONTHS:
        scan = at(business_day(date(year, month, 8), 0), 18)
        rows.append(dict(at=scan, type="vulnerability", target="公開系サーバ", count=dice.between(1, 4), source="月例診断",
                         action="修正の適用要否を判定し台帳に記載"))
        for day in month_days(year, month):
            if day.weekday() == 4:
                rows.append(dict(at=at(day, 17), type="lockout", target="groupware", count=dice.between(2, 9),
                                 source="パスワードの誤入力(週計)", action="本人確認のうえ解除"))
    return sorted(rows, key=lambda row: row["at"])


def usage_rows(dice):
    plan = [("resident", "アクセス数", 2600), ("groupware", "利用者数", 1040), ("groupware", "電子決裁件数", 320),
            ("tax", "帳票印刷件数", 410), ("resident", "データ登録件数", 190)]
    for day in DAYS:
        for system, measure, usual in plan:
            share = usual if spans(day) else usual * .03
            season = 1.35 if day.month == 4 or (system == "tax" and day.month == 6) else 1
            yield dict(date=day, system=system, measure=measure, count=round(dice.near(share * season, share * .2)))


# --- tickets ------------------------------------------------------------------------------------------------

# Two place names carry a variation selector on purpose: 辻 with two dots, 葛 in its printed form.
COUNTERS = ["市民課", "福祉課", "子育て支援課", "保険年金課", "辻\U000E0101町支所", "葛\U000E0100原地区センター"]
OFFICES = {"resident": COUNTERS, "tax": ["税務課", "収納課", "会計課"]}
EVERYONE = [*COUNTERS, "税務課", "収納課", "総務課", "財政課", "建設課", "教育総務課", "会計課", "議会事務局"]
VOLUME = {4: (24, 38), 5: (16, 28), 6: (20, 33), 7: (21, 32), 8: (17, 27), 9: (23, 35), 10: (24, 37)}    # requests, inquiries


def received_times(dice, year, month, n):
    """n instants in open time of the month, in order."""
    open_days = [day for day in month_days(year, month) if spans(day) and day.weekday() < 5]
    return sorted(later(at(dice.pick(open_days)), dice.between(3, 455)) for _ in range(n))


def requests(dice, kinds, volume):
    for month, (count, _) in volume.items():
        for n, t in enumerate(received_times(dice, 2026, month, count), 1):
            kind, start, work = dice.pick(kinds), later(t, dice.between(10, 90)), dice.between(45, 900)
            course = [(t, "accepted", ""), (start, "in_progress", "")]
            if n % 8 == 3:              # the office that asked has to answer first
                hold = later(start, 60)
                start = later(hold, dice.between(300, 1500))
                course += [(hold, "on_hold", "依頼元に条件を照会"), (start, "in_progress", "依頼元の回答を受領")]
            done = later(start, 2100 if n == 5 + month % 7 else work)
            course += [(done, "done", ""), (later(done, dice.between(60, 1200)), "closed", "依頼元の確認を得て終了")]
            size = dice.between(2, 18)
            yield dict(ticket_id=f"REQ-26{month:02}-{n:02}", type="request", title=kind["title"].format(n=size), priority="中",
                       system=kind["system"], category=kind["category"], requester=dice.pick(OFFICES.get(kind["system"], EVERYONE)),
                       channel=dice.pick(["web", "web", "mail"]), received_at=t, course=course, consultation=consulted(kind, done),
                       done_text=kind["done"].format(n=size), hours=float(kind["hours"]))


def consulted(kind, done):
    """What costs extra was agreed upon before; a consultation that goes on is that of a request still open."""
    if kind["category"] != "SE対応" and not kind["title"].startswith("納税通知書の封入"):
        return "none"
    return "agreed" if done < EXPORT else "pending"


def inquiries(dice, kinds, volume):
    for month, (_, count) in volume.items():
        for n, t in enumerate(received_times(dice, 2026, month, count), 1):
            kind, answered = dice.pick(kinds), later(t, dice.between(4, 110))
            first = dice.random() < .89
            done = answered if first else later(answered, dice.between(120, 1400))
            course = [(t, "accepted", ""), (later(t, 2), "in_progress", ""), (done, "done", kind["answer"]), (later(done, 900), "closed", "")]
            yield dict(ticket_id=f"INQ-26{month:02}-{n:02}", type="inquiry", title=kind["title"], priority="低",
                       system=kind["system"], category=kind["category"], requester=dice.pick(OFFICES.get(kind["system"], EVERYONE)),
                       channel=dice.pick(["phone", "phone", "mail", "web"]), received_at=t, answered_at=answered if answered < EXPORT else None,
                       answer=kind["answer"] if answered < EXPORT else "", first_contact=first, known=dice.random() < .6, escalated_to="" if first else "保守担当者", course=course)


def incidents():
    for row in STORY["incidents"]:
        t, urgent = instant(row["detected"]), row["severity"] in "12"
        ticket = {**row, "type": "incident", "category": "障害", "channel": "monitor" if row["span"] else "phone", "requester": "情報政策課",
                  "detected_at": t, "received_at": t + timedelta(minutes=1), "reported_at": t + timedelta(minutes=9),
                  "priority": "高" if urgent else "中"}
        start, end = map(instant, row["span"].split("/")) if row["span"] else (None, None)
        back = instant(row["restored"])
        course = [(t + timedelta(minutes=1), "accepted", ""), (t + timedelta(minutes=5), "in_progress", "")]
        if back is None:                    # the call that reported what monitoring had found
            ticket.update(duplicate_of="INC-2610-02", channel="phone", requester="市民課")
            yield {**ticket, "course": course + [(t + timedelta(minutes=20), "closed", "INC-2610-02と同じ事象")]}
            continue
        done = later(back, 465 * (2 if urgent else 0) + 100)
        if row["ticket_id"] != "INC-2610-06":       # that one waits for a part
            course += [(done, "done", row["permanent"]), (later(done, 1000), "closed", "情報政策課の承認を得て終了")]
        ticket.update(verified_at=back + timedelta(minutes=8), announced_at=t + timedelta(minutes=14) if urgent else None,
                      vendor_asked_at=t + timedelta(minutes=25) if row["cause_category"] == "ハードウェア" else None,
                      triage=f"監視の記録から、{row['cause_category']}による事象と判断" if row["cause_category"] else "")
        ticket.update(outage_start=start, outage_end=end, restored_at=back, course=course, prevention=row["permanent"] if urgent else "",
                      arrived_at=min(max(t + timedelta(minutes=6), back - timedelta(minutes=30)), later(t, 10 + t.minute % 23)) if urgent else None,
                      impact={"1": "高(業務停止あり)", "2": "中(一部に影響)", "3": "低(停止なし)"}[row["severity"]])
        yield ticket


def specials():
    for row in STORY["special"]:
        t = instant(row["received_at"])
        steps = re.findall(r"(\w+)@(\S+ \S+)", row["course"])
        course = [(t, "accepted", "")] + [(instant(when), state, "") for state, when in steps]
        yield {**row, "received_at": t, "answered_at": instant(row["answered_at"]), "course": course, "priority": "中"}


def settle(ticket):
    """What the desk's tool knew at the export: later steps are cut off, the status is that of the last step."""
    course = [step for step in ticket["course"] if step[0] < EXPORT]
    done = [when for when, state, _ in course if state == "done"]
    closed = [when for when, state, _ in course if state == "closed"]
    agreed = closed[-1] if closed and ticket["type"] == "incident" and not ticket.get("duplicate_of") else None
    return {**ticket, "course": course, "status": course[-1][1], "resolved_at": done[-1] if done else None, "approved_at": agreed,
            "confirmed_at": done[-1] + timedelta(minutes=40) if agreed else None, "closed_at": closed[-1] if closed else None}


def urgency(ticket):
    """Whether what was asked for or failed was told as urgent, and what was agreed upon then."""
    told = {row["ticket_id"]: row["after_hours"] for row in STORY["urgent"]}
    asked = ticket["type"] in ("request", "incident")
    return {**ticket, "urgent": ticket["ticket_id"] in told if asked else None, "after_hours": told.get(ticket["ticket_id"], "")}


def event_rows(tickets, told):
    rows = [dict(ticket_id=ticket["ticket_id"], at=when, field="status", old=old, new=new, actor="サービスデスク", note=note)
            for ticket in tickets for old, (when, new, note) in zip(["", *(step[1] for step in ticket["course"])], ticket["course"])]
    return sorted(rows + list(told), key=lambda row: (row["at"], row["ticket_id"]))


def told_rows(tickets):
    """Reports and notices: the final report of an incident of severity 1 or 2 comes twelve business days after its end."""
    for row in STORY["ticket_events"]:
        yield {**row, "at": instant(row["at"])}
    for ticket in tickets:
        if ticket["type"] == "incident" and ticket["severity"] in "12" and ticket["resolved_at"]:
            when = datetime.combine(business_day(ticket["resolved_at"].date(), 12), time(15))
            if when < EXPORT:
                yield dict(ticket_id=ticket["ticket_id"], at=when, field="report", old="", new="final", actor="運用担当責任者",
                           note="原因・再発防止策まで記載")


# --- work log -----------------------------------------------------------------------------------------------

WORK = ("管理番号 作業件名 区分 作業分類 対象システム 受付日時 発生日時 計画開始 計画終了 着手日時 完了日時 状況 対応担当者 承認者 影響度 "
        "対応内容 対応完了日 工数 場所 契約区分 チケット番号 作業環境 異常の有無 再起動回数")
STATES = {"accepted": "受付済", "in_progress": "作業中", "on_hold": "保留中", "done": "完了", "closed": "完了", "cancelled": "取消"}


def work(*values):
    """One row of the log; the number comes with the sorting."""
    return dict(zip(WORK.split()[1:], values))


def incident_course(ticket):
    return [(ticket["received_at"], "検知・受付。一次切り分けを開始。"), (ticket["reported_at"], "情報政策課へ第一報。"),
            (ticket["restored_at"], f"復旧を確認。原因: {ticket['cause']}。処置: {ticket['provisional']}。"),
            (ticket["resolved_at"], f"恒久対応: {ticket['permanent']}。")]


def request_course(ticket):
    office = re.sub("[\U000E0100-\U000E01EF]", "", ticket["requester"])     # CP932 has no variation selectors
    before = ""
    said = {"accepted": f"{office}から受付。", "in_progress": "着手。内容と対象を確認。", "resumed": "回答を受領し再開。",
            "on_hold": f"{office}の回答待ちのため保留。", "done": f"{ticket.get('done_text', '依頼内容を実施。')}完了を連絡。",
            "cancelled": "依頼元の取下げにより終了。"}
    for when, state, _ in ticket["course"]:
        yield when, said.get("resumed" if before == "on_hold" else state)
        before = state


def work_of(ticket):
    """The work record that a request or an incident leaves."""
    incident, end, title = ticket["type"] == "incident", ticket["resolved_at"], ticket["title"]
    hours = {"1": 9.5, "2": 5.0, "3": 2.5}[ticket["severity"]] if incident else ticket.get("hours", 1.0)
    steps = [step for step in (incident_course if incident else request_course)(ticket) if all(step)]
    said = "\n".join(f"{when.month}/{when.day} {when.hour}:{when.minute:02} {text}" for when, text in steps)
    spot, bug = title.startswith("納税通知書の封入"), ticket.get("nonconformity") == "yes"
    return work(title, "保守" if incident else "運用", "バグ・障害対応" if incident else ticket["category"], SYSTEM_NAMES[ticket["system"]],
                ticket["received_at"], ticket.get("detected_at") or ticket["received_at"], None, None,
                ticket["course"][1][0] if len(ticket["course"]) > 1 else None, end, STATES[ticket["status"]],
                "保守担当者A" if incident else "運用担当者" + "ABC"[len(title) % 3], "運用責任者" if end else "",
                ticket.get("impact") or "低(停止なし)", said, end.date() if end else None, hours,
                "現地" if ticket.get("arrived_at") or hours > 2.6 else "リモート",
                "契約不適合" if bug else "スポット" if spot else "契約内", ticket["ticket_id"], "本番", "",
                1 if incident and "再起動" in ticket["provisional"] else None)


def routine(day, kind, category, system, title, action, hours, place="現地"):
    start, end = at(day, 13, 15), at(day, 13, 15) + timedelta(hours=min(hours, 4))
    return work(title, kind, category, SYSTEM_NAMES[system], None, start, start, end, start, end, "完了",
                "保守担当者B" if kind == "保守" else "運用担当者A", "運用責任者", "低(停止なし)", action, day, hours, place, "契約内", "",
                "本番", "異常なし" if "点検" in title + category else "", None)


def noted(row):
    """Work that the story tells by itself, with its plan kept."""
    start, end = instant(row["start"]), instant(row["end"])
    return work(row["title"], row["kind"], row["category"], SYSTEM_NAMES[row["system"]], None, start, start, end, start, end, "完了",
                row["assignee"], "運用責任者", "低(停止なし)", row["action"], end.date(), float(row["hours"]), row["place"], "契約内", "",
                row["environment"], "", None)


def work_rows(year, month, tickets):
    inside = [t for t in tickets if (t["received_at"].year, t["received_at"].month) == (year, month)]
    rows = [work_of(t) for t in inside if t["type"] in ("request", "incident") and not t.get("duplicate_of")]
    for row in STORY["monthly"]:
        day = business_day(date(year, month, 1), int(row["day"]) - 1)
        rows.append(routine(day, row["kind"], row["category"], row["system"], row["title"], row["action"], float(row["hours"])))
    for day in (day for day in month_days(year, month) if spans(day) and day.weekday() in (1, 4)):
        if day.weekday() == 1:
            rows.append(routine(day, "運用", "データバックアップ", "", "週次点検(媒体交換・保管庫への搬送)",
                                "①ﾃｰﾌﾟ媒体を交換, ②搬送記録に押印, ③機器ﾗﾝﾌﾟを目視点検。", 1.5))
        else:
            calls = [t for t in inside if t["type"] == "inquiry" and 0 <= (day - t["received_at"].date()).days < 7]
            rows.append(routine(day, "運用", "問い合わせ対応", "", f"サービスデスク対応(週計{len(calls)}件)",
                                "受付・回答・記録。繰り返す質問はQ&Aの候補に追加。", round(.5 + .4 * len(calls), 1), "リモート"))
    rows.sort(key=lambda row: (row["発生日時"], row["作業件名"]))
    rows += [noted(row) for row in STORY["works"] if row["start"].startswith(f"{year}-{month:02}")]
    return [{"管理番号": f"W-{year % 100}{month:02}-{n:03}", **row} for n, row in enumerate(rows, 1)]


def account_rows(tickets, dice):
    """The accounts that the requests for accounts made, changed or closed."""
    for ticket in tickets:
        if ticket["type"] == "request" and ticket["category"] == "アカウント管理" and ticket["status"] in ("done", "closed"):
            action = "disable" if "停止" in ticket["title"] else "modify" if "権限" in ticket["title"] else "create"
            for n in range(dice.between(1, 4)):
                yield dict(at=ticket["resolved_at"] - timedelta(minutes=3 * n), account=f"m{dice.between(10000, 19999)}",
                           system=ticket["system"], action=action, right="照会" if ticket["system"] == "resident" else "一般",
                           requester=ticket["requester"], approver="情報政策課長", operator="運用担当者A")


def cost_rows(work):
    """Hours count in the month in which the work was done, as in the reports."""
    for year, month in MONTHS:
        done = [row for rows in work.values() for row in rows if row["対応完了日"] and row["対応完了日"].month == month]
        for kind, planned in (("運用", 90), ("保守", 24)):
            used = sum(row["工数"] for row in done if row["区分"] == kind)
            yield dict(month=f"{year}-{month:02}", item=f"{kind}工数", planned=planned, actual=f"{used:.1f}", unit="人時")
        yield dict(month=f"{year}-{month:02}", item="委託料", planned=2450000, actual=2450000, unit="円")


def report_rows():
    """The monthly reports, due on the fifth business day after the month."""
    for year, month in MONTHS:
        due, given = (business_day(date(year, month + 1, 1), n) for n in (5, 4))
        known = given < EXPORT.date()
        seen = dict(delivered_on=given, accepted_on=business_day(due, 3), inspector="検査員(情報政策課)", supervisor="監督員(情報政策課)", result="pass")
        yield dict(deliverable_id=f"DL-M{month:02}", name=f"月次運用保守報告書({month}月分)", due_on=due, copies=2, medium="PDF", place="情報政策課",
                   **(seen if known else {}))


TICKET = ("ticket_id type title system component severity priority category requester channel detected_at received_at reported_at "
          "arrived_at answered_at restored_at resolved_at closed_at due_at due_approved_on status first_contact known escalated_to "
          "outage_start outage_end impact cause cause_category provisional permanent prevention nonconformity change_id parent_id duplicate_of "
          "announced_at vendor_asked_at verified_at confirmed_at approved_at consultation triage answer urgent after_hours")
CP932 = ("ledgers/issue", "ledgers/meeting")       # kept in a spreadsheet that saves in the old encoding


def changes_before(day):
    """The ledger of changes as it was exported at the start of the day: what came later is not in it yet."""
    told = {(row["change_id"], row["field"]): row["value"] for row in STORY["change_before"]}
    later = {"approved_on": ("approver",), "verified_on": ("verifier",),
             "regression_on": (), "implemented_at": ("implementer", "result", "version_after", "documents")}
    for row in STORY["ledgers/change"]:
        if row["requested_on"] >= day:
            continue
        unknown = [name for date, names in later.items() if row[date] >= day for name in (date, *names)]
        yield {**row, **dict.fromkeys(unknown, ""), **{field: value for (number, field), value in told.items()
                                                       if number == row["change_id"]}}


def main():
    tickets = [urgency(settle(t)) for t in (*requests(Dice("requests"), STORY["requests"], VOLUME),
                                *inquiries(Dice("inquiries"), STORY["inquiries"], VOLUME), *incidents(), *specials())]
    tickets.sort(key=lambda t: (t["received_at"], t["ticket_id"]))
    write("tickets/tickets.csv", tickets, TICKET, encoding="utf-8-sig")
    write("tickets/events.csv", event_rows(tickets, told_rows(tickets)))
    work = {month: work_rows(year, month, tickets) for year, month in MONTHS}
    for year, month in MONTHS:
        name = f"{year}-{month:02}"
        write(f"worklog/worklog-{name}.csv", work[month], WORK, encoding="cp932", show=slashed)
        write(f"monitoring/status-{name}.csv", status_rows(year, month, Dice("status" + name)), "at target state response_ms", end="\n")
        write(f"monitoring/metric-{name}.csv", metric_rows(year, month, Dice("metric" + name), Dice("lines" + name)), "at host metric value unit", end="\n")
    write("monitoring/alerts.csv", alert_rows())
    write("monitoring/backup.csv", list(backup_rows(Dice("backup"))))
    write("monitoring/job.csv", list(job_rows(Dice("job"))))
    write("monitoring/security.csv", security_rows(Dice("security")), "at type target count source action response criterion logs ticket_id")
    for name in (name for name in STORY if "/" in name):
        write(f"{name}.csv", STORY[name], encoding="cp932" if name in CP932 else "utf-8")
    write("ledgers/change-2026-09.csv", list(changes_before("2026-10-01")))
    write("ledgers/usage.csv", list(usage_rows(Dice("usage"))))
    write("ledgers/account_change.csv", sorted(account_rows(tickets, Dice("accounts")), key=lambda row: (row["at"], row["account"])))
    write("ledgers/cost.csv", list(cost_rows(work)))
    write("ledgers/deliverable.csv", STORY["deliverables"] + list(report_rows()))
    days_off = [{"国民の祝日・休日月日": day, "国民の祝日・休日名称": name} for day, name in sorted(HOLIDAYS.items())]
    write("calendar/syukujitsu.csv", days_off, encoding="cp932", show=slashed)


if __name__ == "__main__":
    main()
