"""Figures in many wordings: each sentence is right as printed, and wrong with one figure or word of it changed."""

from collections.abc import Sequence

import pytest
from reports import understood

from pamcheck.job import findings, judge
from pamcheck.rule_loading import load_rules

RULES = [rule for rule in load_rules() if rule.topic in ("arithmetic", "agreement")]


def said(markdown: str) -> Sequence[str]:
    return [finding.message for finding in findings(judge(understood(markdown), None, RULES))]


WORDINGS = [
    # change
    ("Bookings fell from 20,010 to 14,177 in 2023, and then rose 10% to 15,638 in 2024.", "10%", "20%"),
    ("Swims rose from 120 to 150 in 2023 before falling by 20% to 120 in 2024.", "20%", "25%"),
    ("Loans fell to 150 in 2023, before rising by 20% to 180 in 2024.", "20%", "40%"),
    ("Fires rose to 300 in 2023, but have since fallen by 50 to 250.", "50", "60"),
    (
        "In 2024, income from library fines was £31.1 million, an increase of 3.7% from £30.0 million in 2023.",
        "31",
        "91",
    ),
    ("The upper estimates of peat also increased to 1,342 kt, or 1.6%, from 1,321 kt in 2023.", "1.6%", "4.6%"),
    ("Swift nests peaked at 1,985 in 2017, and declined 64.3% to 709 in 2024.", "64.3%", "34.3%"),
    (
        "There were 18 new allotments in the quarter, a 14% decrease when compared with the quarter before (21).",
        "18",
        "28",
    ),
    ("At the end of 2024, the reserve was 369 kt, an increase of 16 kt from 2023 (or 4.5%).", "4.5%", "5.4%"),
    ("Ferry crossings fell slightly from 445 to 437, a 2% fall.", "445", "485"),
    (
        "It fell from a net cost of £29.8 million in 2023 to a net cost of £7.3 million in 2024, down £22.5 million.",
        "22",
        "32",
    ),
    ("Recorded burglary rose from 1,204 to 1,365, an increase of 13.4%.", "13", "31"),
    ("Vehicle crime has gone up by 14%, from 850 offences in 2023/24 to 969 in 2024/25.", "14%", "41%"),
    ("There were 969 vehicle offences in 2024/25 compared to 850 the year before, a 14% increase.", "14%", "19%"),
    ("Knife crime is down 8,893 (2.0%) on the previous year to 435,757.", "2", "3"),
    ("Robbery reduced by 12.5% (from 48 to 42).", "12.5%", "15.2%"),
    ("Robbery reduced from 48 to 42 (12.5%).", "12", "21"),
    ("Calls fell 6.0% to 9,400 from 10,000.", "6", "9"),
    ("Calls fell to 9,412 from 10,013, a fall of 6.0%.", "6", "9"),
    ("The number of officers grew from 1,912 to 2,053, or by 7.4%.", "7.4%", "4.7%"),
    ("Complaints were 312 last year and are 351 this year, which is a 12.5% rise.", "12.5%", "15.2%"),
    ("Complaints numbered 351, a 12.5% rise on the 312 received in 2023.", "12.5%", "15.2%"),
    ("The force recorded 2,187 possession offences, 538 more than the 1,649 of the year before.", "538", "583"),
    ("Hospital admissions dropped by 45, from 220 to 175.", "45", "54"),
    ("Hospital admissions dropped from 220 to 175, 45 fewer.", "45", "54"),
    ("An increase of 52 was seen, from 148 to 200 referrals.", "52", "25"),
    ("Referrals increased by 52 to 200, having been 148 the year before.", "52", "25"),
    ("The backlog has been cut by 36% (from 1,250 to 800 cases).", "36%", "63%"),
    ("The backlog stands at 800 cases, a 36% reduction from 1,250.", "36%", "56%"),
    ("The average wait fell from 42 days to 35 days, a reduction of 16.7%.", "16.7%", "17.6%"),
    ("Spending rose from £2.4 million to £2.7 million, an increase of £0.3 million.", "£0.3", "£0.5"),
    ("Spending rose by £300,000 from £2,400,000 to £2,700,000.", "£300", "£350"),
    ("Spending went from £2.4m to £2.7m (up 12.5%).", "12", "21"),
    ("Grant income of £640,000 was £80,000 higher than the £560,000 received last year.", "£80", "£60"),
    ("Satisfaction rose from 71.4% to 74.9%, an increase of 3.5 percentage points.", "3.5", "5.3"),
    ("Satisfaction rose by 3.5 percentage points, from 71.4% to 74.9%.", "3.5", "5.3"),
    ("Satisfaction is at 74.9%, up 3.5 percentage points from 71.4%.", "3.5", "5.3"),
    ("The detection rate fell from 21.3% to 18.6%, down 2.7 points.", "2.7", "7.2"),
    ("Rural crime: 412 offences in 2023, 389 in 2024 (a decrease of 5.6%).", "5.6%", "6.5%"),
    ("Hate crime offences have risen by a quarter, from 400 to 500.", "quarter", "third"),
    ("Hate crime offences rose by over a third, from 300 to 420.", "420", "350"),
    ("Fatal collisions halved from 28 to 14.", "14", "24"),
    ("Referrals more than doubled, from 212 to 447.", "447", "347"),
    ("Visits trebled from 40 to 121.", "121", "81"),
    ("Arrests fell by more than half, from 610 to 288.", "288", "388"),
    ("Over the year arrests were up from 288 to 312 (8.3%), while charges were down from 140 to 133 (5.0%).", "5", "7"),
    (
        "Emergency calls were answered in 9 seconds, compared with 12 seconds in 2023, an improvement of 25%.",
        "25%",
        "52%",
    ),
    (
        "There was a 4.9% rise in offences, from 1,010 in the year to October 2024 to 1,059 in the year "
        "to October 2025.",
        "4.9%",
        "9.4%",
    ),
    ("Between 2022 and 2025 the number of wardens fell from 86 to 71, a drop of 17%.", "17%", "27%"),
    ("Volunteer hours increased from 12,400 to 15,128 (+22%).", "+22%", "+32%"),
    ("Volunteer hours: 15,128 (2024: 12,400), an increase of 22%.", "22%", "32%"),
    ("Shoplifting offences increased by 1,120, or 18.2%, from 6,154 to 7,274.", "18.2%", "12.8%"),
    ("Shoplifting offences increased by 1,120, or 18.2%, from 6,154 to 7,274.", "1,120", "1,210"),
    ("Population grew from 8.2 million to 8.6 million, a growth of 4.9%.", "4.9%", "9.4%"),
    ("Compared with 312 last year, there were 351 complaints this year, up 12.5%.", "12.5%", "15.2%"),
    ("At 351, complaints were 12.5% up on the 312 of the year before.", "12.5%", "15.2%"),
    # direction
    ("Theft fell from 512 to 478 over the year.", "fell", "rose"),
    ("Theft has decreased from 512 in 2023 to 478 in 2024.", "decreased", "increased"),
    ("There was an increase in theft from 478 to 512.", "an increase", "a decrease"),
    ("Theft is lower at 478, compared with 512 last year.", "lower", "higher"),
    ("There were 478 thefts, fewer than the 512 of last year.", "fewer", "more"),
    ("We made 1,340 visits, up from 1,190.", "up", "down"),
    ("The number of visits improved, rising from 1,190 to 1,340.", "rising", "falling"),
    ("Average response time increased from 11.2 minutes to 12.9 minutes.", "increased", "decreased"),
    ("Reports rose to 612 this year (2023: 580).", "612", "512"),
    ("Thefts were up to 512 from 478.", "up", "down"),
    ("Thefts were up to 512 from 478.", "512", "412"),
    ("Thefts, up to 512 this year from 478, are a worry.", "512", "412"),
    ("Thefts are up, to 512 from 478.", "512", "412"),
    ("Costs went up to £5.2 million from £4.8 million.", "£5", "£4"),
    ("Thefts have gone down to 478 (from 512).", "478", "578"),
    ("Thefts dropped in May to 478, from 512 in April.", "478", "578"),
    ("Leaks have fallen 97.9% between 1990 and 2011 from 2,897.9 litres to 61.5 litres.", "61", "16"),
    ("In 2024, spending on kerbs was £11.5 million, £0.1 million more than in 2023 (£11.4 million).", "11.5", "71.5"),
    ("The find rate fell by 3.9%, from 53.2% to 51.1%.", "3.9%", "2.1%"),
    # share
    ("Of those 186,000 readers, 111,000 (60%) left with a book.", "111,000", "811,000"),
    ("Swimmers accounted for 279,663 (52%) of the 538,219 visits.", "279", "729"),
    ("In 2024, garden waste made up 17.2% (112.7 tonnes) of all waste (656.3 tonnes).", "17.2%", "71.2%"),
    ("Of the 164 notices issued, 106 (65%) were in one district.", "65%", "56%"),
    ("A total of 106 of the 164 notices (64.6%) were issued in one district.", "(64", "(46"),
    ("106 out of 164 notices, or 65%, were for parking.", "65%", "56%"),
    ("953 tests were completed, of which 523 (54.9%) came back positive.", "54", "45"),
    ("Some 55% (523) of the 953 tests were positive.", "55%", "45%"),
    ("523 tests, 55% of the 953 completed, were positive.", "55%", "45%"),
    ("There were 240 respondents. 180 (75%) felt safe.", "75%", "57%"),
    ("Three quarters (180) of the 240 respondents felt safe.", "180", "160"),
    ("One in five (48) of the 240 respondents felt unsafe.", "48", "84"),
    ("Women made up 29% of the workforce (580 of 2,000).", "29%", "92%"),
    ("Of 1,250 calls, 1,050 were answered within target, which is 84%.", "84%", "48%"),
    ("Of 1,250 calls received, 84% (1,050) were answered within target.", "84%", "48%"),
    (
        "The survey had 812 replies: 406 from women (50.0%), 390 from men (48.0%) and 16 (2.0%) preferred not to say.",
        "48",
        "84",
    ),
    ("Domestic abuse accounted for 1,320 of the 4,400 violent offences (30%).", "30%", "33%"),
    ("Domestic abuse accounted for 30% (1,320) of the 4,400 violent offences.", "30%", "33%"),
    ("We answered 1,050 of 1,250 letters, an answer rate of 84%.", "84%", "48%"),
    ("Charges were brought in 96 cases, 12% of the 800 recorded.", "12%", "21%"),
    ("The budget is £12.5 million, of which £2.5 million (20%) is for training.", "20%", "25%"),
    ("£2.5 million, or 20% of the £12.5 million budget, is for training.", "20%", "25%"),
    ("The majority (231 of 420) of victims were under 25.", "231", "191"),
    ("Two thirds of the 90 sites (60) were inspected.", "60", "40"),
    ("Eight of the 40 premises visited (20%) failed.", "20%", "25%"),
    ("Just 8 of 40 premises, or one in five, failed.", "8", "13"),
    # parts
    ("Of the 24 drivers stopped, 15 were arrested.", "15", "35"),
    ("There are a total of 406 allotments; 326 in Oakby, 32 in Westley, 26 in Larkfield and 22 in Upton.", "32", "52"),
    ("The 385 complaints comprised 97 from staff and 288 from the public.", "288", "228"),
    ("The 385 complaints were made up of 97 from staff and 288 from the public.", "97", "79"),
    ("We received 385 complaints: 97 from staff and 288 from the public.", "288", "228"),
    ("We received 385 complaints (97 from staff and 288 from the public).", "288", "228"),
    ("We received 97 complaints from staff and 288 from the public, 385 in total.", "385", "358"),
    ("We received 97 complaints from staff and 288 from the public, a total of 385.", "385", "358"),
    ("A total of 385 complaints was received, split between staff (97) and the public (288).", "288", "228"),
    ("Of 385 complaints, 97 came from staff and the remaining 288 from the public.", "288", "228"),
    ("Of the 385 complaints, 97 came from staff, 250 from the public and 38 from partners.", "250", "205"),
    ("In all there were 120 arrests: 54 for theft, 41 for assault and 25 for other offences.", "41", "14"),
    (
        "In all there were 120 arrests, consisting of 54 for theft, 41 for assault and 25 for other offences.",
        "41",
        "14",
    ),
    ("The team seized £26,000. Of this, £17,000 has gone to charity. The remaining £9,000 will be kept.", "£9", "£6"),
    ("The team seized £26,000, of which £17,000 has gone to charity and £9,000 will be kept.", "£9", "£19"),
    ("The fund of £3.2 million is split into £1.9 million for roads and £1.3 million for paths.", "£1.3", "£1.7"),
    ("A further 14 wardens joined, increasing the total from 36 to 50.", "14", "24"),
    ("Eight new orders were made, increasing the total number of orders from 28 to 36.", "36", "38"),
    ("The 47 uses were divided between the North (10) and the South (37).", "37", "27"),
    ("Twelve of the 30 schools took part, leaving 18 that did not.", "18", "28"),
    ("We hold 300 cases, of which 120 are open and 180 closed.", "180", "108"),
    ("The 40 staff comprise 25 men and 15 women.", "15", "12"),
    ("The 40 staff are split between 25 men and 15 women.", "15", "12"),
    ("40 people were seen, split 25 men and 15 women.", "15", "12"),
    ("The 40 staff were split with 25 in the North and 15 in the South.", "15", "12"),
    ("The split of the 40 was 25 men and 15 women.", "15", "12"),
    # over two sentences
    ("There were 200 reports in 2024. This rose to 240 in 2025, a 20% increase.", "20%", "40%"),
    ("There were 200 reports in 2024. This rose to 240 in 2025.", "240", "140"),
    ("There were 200 reports in 2024. This figure fell to 150 in 2025.", "fell", "rose"),
    ("In 2024 the force recorded 200 fires. In 2025 this fell to 150, a decrease of 25%.", "25%", "52%"),
    ("There were 200 reports last year. This year there were 240, an increase of 20%.", "20%", "12%"),
    ("Last year 200 visits were made. This increased to 240 this year, a rise of 40.", "40.", "14."),
    ("In May there were 200 calls. The number rose by 20% to 240 in June.", "20%", "12%"),
    ("Reports stood at 200 in 2024. They rose by 40 to 240 in 2025.", "40", "50"),
    ("There were 240 reports in 2024. In 2023 there were 200, up 20%.", "20%", "40%"),
    ("There were 200 reports in 2024. This compares with 160 in 2023, a 25% increase.", "25%", "52%"),
    ("There were 200 reports in 2024. This was up from 160, a 25% increase.", "25%", "52%"),
    ("There were 200 reports. This is down from 240.", "down", "up"),
    (
        "Spending was £2.4 million in 2023. By 2025 this had risen to £2.7 million, a rise of £0.3 million.",
        "£0.3",
        "£0.5",
    ),
    ("The rate was 12.4% in 2023. This rose to 15.1% in 2024, an increase of 2.7 percentage points.", "2.7", "7.2"),
    # in total
    ("In total there were 385 complaints, with 97 from staff and 288 from the public.", "288", "228"),
    ("There were, in total, 120 arrests, 54 for theft, 41 for assault and 25 for other offences.", "41", "14"),
    ("Staff made 97 complaints and the public 288 (385 in total).", "385", "358"),
    ("97 complaints came from staff and 288 from the public; in total 385 were received.", "385", "358"),
    ("97 came from staff and 288 from the public; in total there were 385.", "385", "391"),
    ("The North had 54 fires, the South 41 and the West 25, which is 120 in total.", "120", "110"),
    ("The North had 54 fires, the South 41 and the West 25, so 120 in total.", "120", "110"),
    ("There were 54 fires in barns, 41 in homes and 25 in shops, in total 120.", "120", "110"),
    ("£17,000 was spent on roads and £9,000 on paths, in total £26,000.", "£26", "£24"),
    ("The North had 54 fires, the South had 41 and the West had 25. In total there were 120.", "120", "102"),
    ("There were 54 fires in May and 41 in June. This makes a total of 95 fires.", "95", "59"),
    ("There were 54 fires and 41 floods. Together they make 95.", "95", "91"),
    # a part larger than its whole
    ("There were 64 collisions, including 9 fatal.", "9", "99"),
    ("There were 64 collisions, including 9 that were fatal.", "9", "99"),
    ("There were 64 collisions, including 9 fatal and 20 serious ones.", "9", "99"),
    ("There were 64 collisions, including 9 fatal collisions.", "9", "99"),
    ("There were 64 collisions (9 fatal).", "9", "99"),
    ("There were 64 collisions, 9 fatal.", "9", "99"),
    ("Of the 64 collisions 9 were fatal.", "9", "99"),
    ("64 collisions were recorded, of which 9 were fatal.", "9", "99"),
    ("9 fatal collisions out of 64 were at night.", "9", "99"),
    # rate
    ("1,200 tests were made in the year, an average of 100 a month.", "100", "120"),
    ("There were 1,200 tests during the year, which equates to 100 per month.", "100", "120"),
    ("Over 12 months there were 624 visits, an average of 52 each month.", "52", "25"),
    ("With 520 visits in the year, officers averaged 10 visits a week.", "10", "16"),
    ("There were 104 incidents among 1,000 employees, or 10.4 per 100 employees.", "10.4", "14.0"),
    ("The 30 officers made 240 arrests, an average of 8 per officer.", "8", "6"),
    ("The cost was £36,000 for 120 kits, or £300 per kit.", "£300", "£330"),
    # compare
    ("At 7.4% the rate is higher than the national rate of 6.9%.", "7", "6"),
    ("The rate of 7.4% is above the national average (6.9%).", "7", "6"),
    ("Attendance was 91%, exceeding the target of 90%.", "91%", "81%"),
    # hedge
    ("Almost half (48%) of those asked agreed.", "48%", "58%"),
    ("Over half (53%) of those asked agreed.", "53%", "43%"),
    ("Just over a third (35%) agreed.", "35%", "45%"),
    ("Nearly two thirds (64%) agreed.", "64%", "46%"),
    ("The majority (62%) agreed.", "62%", "42%"),
    ("Fewer than one in ten (8%) agreed.", "8%", "18%"),
    # twice
    (
        "# Summary\n\nNaloxone was used on 47 occasions by officers.\n\n# Detail\n\nIn the year "
        "Naloxone was used on 47 occasions by officers across the county.",
        "47",
        "74",
    ),
    (
        "# Overview\n\nThe force made 1,352 arrests for drug offences.\n\n# Arrests\n\nThe force made "
        "1,352 arrests for drug offences in the year.",
        "1,352",
        "1,325",
    ),
]


@pytest.mark.parametrize(("right", "figure", "other"), WORDINGS)
def test_a_sentence_is_silent_when_right_and_found_when_one_figure_is_changed(
    right: str, figure: str, other: str
) -> None:
    assert said(right) == []
    assert said(right.replace(figure, other, 1)) != []


OTHERS = [
    "The ferry cost £212,000 and is similar to the £415,000 bridge at Oakby.",
    "Output was revised up 0.3% from a fall of 0.8% to a fall of 0.5%.",
    "Of 12 warrants executed, 15 were arrested.",
    "Of 64 collisions, 70 were injured.",
    # several things counted in one sentence
    "In total 385 complaints were received, 97 of them from staff, compared with 288 last year.",
    "In total there were 120 arrests in 3 districts, with 14 vehicles and 22 knives seized.",
    "In total 385 people came, 97 from Oakby and 12 from Larkfield.",
    "There were 54 fires and 41 floods; in total 120 calls were taken.",
    "Officers made 54 arrests and seized 41 knives; in total 300 officers took part.",
    "We saw 97 burglaries in Oakby and 288 in Larkfield. In total, 300 were solved.",
    "There were 54 fires in May and 41 in June. This is 12 more.",
    # what the next sentence tells is of something else
    "Reports fell by 40 in 2024. This rose to 240 in 2025, a 9% increase.",
    "There were 210 reports and 45 visits in 2024. This rose to 60 in 2025, a 14.3% increase.",
    "There were 12 meetings in 2024. Attendance rose to 240, a 20% increase.",
    "There were 210 reports in 2024, 40 of them at night. This rose to 60 in 2025, a 50% increase.",
    "There were 200 reports in 2024. This year, arrests rose to 240, a 9% increase.",
    "There were 200 reports in 2024. This resulted in 240 visits, a 9% increase.",
    "There were 12 sites in 2024. It rose to 240 visits, a 5% rise.",
    "The budget was £2.4 million in 2023. This has increased to £2.7 million, 4% in real terms.",
    "There were 200 reports in May. In June there were 240, up 5% on the year.",
    "There were 200 fires in 2024. In 2025 there were 240 floods, up 25%.",
    "There were 200 reports in 2024.\n\nThis rose to 240, a 90% increase.",
    "The team made 200 visits in 2024. It has since grown to 240 (+30%).",
    "There were 40 arrests in 2024. This fell short of 50.",
    "The team has 14 officers. This has increased by 2 to 14.",
    "Last year there were 200 visits. This year there were 240, an increase of 9% in the North.",
    "Output rose by 0.4%. These rises were offset by mining, which fell by 1.0% and took off 0.1 percentage points.",
    # what is included counts something else
    "We held 12 events, including 340 people from schools.",
    "We made 12 arrests, including 14 charges for theft.",
    "Twelve warrants led to large seizures, including 340 plants.",
    "There were 12 collisions, including 15 injured.",
    "64 arrests were made in 3 districts, including 9 that were by night.",
    "There were 4 collisions (12 people injured).",
    "There were 12 deaths, 64 serious and 200 slight injuries.",
    "There were 12 fatal collisions, 64 serious.",
    "Of the 12 sites 40 residents were moved.",
    "The unit dealt with 30 cases, of which 45 were victims under 18.",
    "12 sessions were held, of which 340 were attended by pupils.",
    "The force has 6 dogs, including 12 operational handlers.",
    # a bound, and a range
    "Savings were up to 40 from 60 schemes.",
    "Fees are up to £40 from £20 for a small stall.",
    "Thefts rose from 40 to 50 (+3 on target).",
    "Up to 40 people from 60 homes came.",
    "The fund gives up to £500 from £9,000.",
    "Each is up to 40 from a list of 60.",
    # a list that may leave some out, or count other things
    "The 3 teams comprise 1 sergeant and 6 constables each.",
    "The 3 divisions comprise 12 sections and 40 beats.",
    "The 12 sites consist of 40 rooms and 3 halls.",
    "The 12 cases were split with 3 partner agencies and 4 councils.",
    "Of 40 calls, 25 were answered and 12 went to the night desk.",
    "Of the 40 staff, 25 were men and 12 women.",
    "40 staff (25 men and 12 women) took part.",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_figures_of_several_things_are_left_apart(sentence: str) -> None:
    assert said(sentence) == []
