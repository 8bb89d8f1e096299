"""Traps: figures that are right as printed and easy to flag wrongly, in several wordings, and their wrong twins."""

import pytest
from reports import loudly, table

SILENT = {
    "an age band is no change": (
        "21.4% of all residents aged from 18 to 25 used the library, down 0.3 percentage points from the year before.",
        "Of those aged from 11 to 17, 14.2% had been stopped, down 0.4 percentage points on 2023.",
        "Among people aged 65 to 74 the share was 31.2%, up 1.3 points.",
        "Visits by children from 5 to 11 years old rose by 12%.",
        "The proportion of drivers from 17 to 24 fell by 2.1 percentage points to 9.8%.",
        "In the 25 to 34 band, 18.9% cycled, an increase of 0.7 percentage points.",
        table(
            "Age | Men | Women | All",
            "From 16 to 24 | 31 | 28 | 59",
            "From 25 to 34 | 40 | 22 | 62",
            "Total | 71 | 50 | 121",
        ),
    ),
    "a range is no change": (
        "Homes with from 3 to 5 rooms rose 4%.",
        "Groups of from 10 to 20 people grew by 3%.",
        "Fines from £50 to £80 rose by 12%.",
        "Parcels worth from £100 to £500 fell by 40%.",
        "Roads with limits from 20 to 30 saw crashes rise by 12%.",
    ),
    "what follows has a subject of its own": (
        "Speed limits rose from 20 to 30 in two wards, and collisions rose by 12%.",
        "Calls rose from 240 to 306 and emergency calls were up by 12%.",
        "Limits fell from 40 to 30 on the ring road, and the number of crashes fell by 9%.",
    ),
    "who else moved is named": (
        "Arrests rose to 165 and charges fell from 40 to 30.",
        "Fires fell from 440 to 400, with barn fires down 12% and car fires up 3%.",
        "Fires fell from 440 to 400 with barn fires falling by 12%.",
        "Fires rose from 400 to 440, floods rose by 12% and frosts fell by 3%.",
        "Loans rose from 200 to 240; Oakby was up 31%.",
        "Loans rose from 200 to 240: Oakby rose by 31% and Larkfield by 9%.",
        "Loans rose from 200 to 240 (Oakby up 31%, Larkfield up 9%).",
        "Costs fell 4%, loans having risen from 200 to 240.",
        "Costs rose 4% and loans from 200 to 240.",
        "Costs rose 4%, the number of loans from 200 to 240.",
        "Costs were 4% higher, with loans up from 200 to 240.",
        "The queue fell by 210 or 9.1%, and median waits rose from 13.1 to 13.9 weeks.",
        "The margin improved by 20 basis points to 12.2% as profit rose 10% to £66 million.",
        "Waste fell by 4% from 12,500 to 12,000 tonnes, yet the number of skips rose by 12 to 612.",
        "Sales fell 3% and the price rose 5%, which lifted income by 1.9% from £412 million to £420 million.",
        "Loans fell by 50 to 150 and renewals by 12 to 348, or 3%.",
    ),
    "a change of an earlier time": (
        "After falling from 200 to 150 in 2023, loans rose by 10% to 165 in 2024.",
        "Having risen from 140 to 200 by 2022, loans rose by a further 30% to 260 by 2024.",
        "Loans had fallen by a quarter, from 200 to 150, before a 10% rise to 165.",
        "Loans fell from 200 to 150, followed by a rise of 10% to 165.",
        "Loans rose 10% to 165, after having risen from 120 to 150 in the year before.",
        "From a low of 140 in 2020 loans climbed to 200 in 2022 and 260 in 2024, an increase of 30% in two years.",
        "Loans rose from 200 to 240 in the year, having risen 31% in the first half.",
        "Loans rose from 200 to 240, rising 31% in May alone.",
        "Loans fell from 200 to 150 and are 40% lower than the peak of 250.",
    ),
    "a reason, a plan or a part": (
        "The rise in loans, from 4,000 to 4,400, accounted for most of the overall rise of 250 (3%).",
        "Fees doubled in five years, from £2.6 million to £5.3 million, with growth of 6% in the last of them.",
        "Over three years fees have risen by 14%, from 10,900 to 11,100 and then 12,400.",
        "Novels made up 1,364 (31%) of the 4,400 loans, and 152 (38%) of the rise of 400.",
        "The 473 boats comprise 412 owned and 61 leased ones, 117 of which (25%) are red.",
        "Loans fell from 52 to 41 and the mean fee rose 10% from £2,040 to £2,244, so the sum fell 13% to £92,000.",
        "Loans fell from 200 to 150 after fees were increased by 40%.",
        "Loans fell from 200 to 150 when 40% more books were out.",
        "Loans fell from 200 to 150, with 40% fewer renewals and 12 fewer fines.",
        "Loans fell from 200 to 150 in spite of a 4% growth in the population.",
        "Loans fell from 200 to 150, well ahead of the 10% reduction that was planned.",
        "Fees increased by 4% due to an increase in loans from 200 to 240.",
        "Although loans fell from 200 to 150 in Oakby, they rose by 10% in the county.",
        "Loans rose from 200 to 240, up 31% for children but 9% for adults.",
        "Loans rose from 200 to 240, 31% more among children.",
        "In 12 of the 43 wards loans rose; the median ward saw a fall of 4%, and ours one of 9%, from 412 to 375.",
        "We paid £1,204 a week for each of 84 rooms, compared with £1,120 for 79 last year, so that spending rose 14%.",
    ),
    "a change on another time, and figures that are not those that moved": (
        "Loans were 2,310, an increase of 110 on the month before and of 312 on the same month last year.",
        "Loans were 2,410, a rise of 31 on the quarter before but a fall of 120 on the same quarter last year.",
        "The fee was 41.2p (2023: 38.0p), up 8.4%, on 212 million loans (2023: 214 million).",
        "Fees rose 5%, on a floor area of 412,000 square feet (2023: 410,000).",
        "Compared with 2023, we bought 12% more books (1,344 against 1,200) and mended 3% fewer (1,164 against 1,200).",
        "Fifty of 2,500 boats (2.0%) were idle on 31 March, down from 61 a year before.",
        "Loans rose from 9,120 to 9,686 and fines from 2,110 to 2,204, or 6.2% and 4.5% respectively.",
    ),
    "a share of a figure told before its parts": (
        "There were 204 replies (112 online and 92 by phone), 24% of the 850 invited.",
    ),
    "a sign said as minus": (
        "The lake fell from 2 degrees to minus 4 degrees, a drop of 6 degrees.",
        "The lake rose from minus 4 to 2 degrees, by 6 degrees.",
        "Growth moved from minus 0.3% to 0.4%, up 0.7 percentage points.",
        "The balance of replies was minus 12, down from minus 8 and up from minus 20 in March.",
    ),
    "parts that one may be in twice, or that offset one another": (
        "Of the 420 readers, 231 were women, 118 were children and 74 had been readers before.",
        "The roll fell by 41 wardens over the year: 212 left and 171 joined.",
    ),
    "a percentage with no words": ("Loans rose from 700 to 810, 66% of all, and fines fell from 250 to 240, 20%.",),
    "no change at all": (
        "Rents averaged £281,000, £3,000 higher than last year, and ranged from £157,000 in Oakby to £502,000.",
        "The roll grew by a net 48 wardens to 2,060: 175 joiners less 127 leavers.",
        "Of 2,060 wardens, 412 (20%) have less than 2 years' service and 824 (40%) less than 5.",
    ),
    "the number of one of a series": (
        "Garden waste fell by nearly half from quarter 2 to quarter 3, as it does each autumn.",
        "The deficit grew from month 6 to month 5's level between quarters 3 and 2.",
        "Output rose from week 12 to week 4 of the next year.",
        "Sickness fell between Month 7 and Month 8 and rose in Quarter 1.",
        "There were 214 fires, more than in Quarter 1 of 2024/25. Of these, 131 were of refuse.",
        "Spending moved from proposal 2 to proposal 1, a rise of £40,000.",
        "Staff went from measure 4 to measure 2 and their number fell by 12%.",
    ),
    "a whole that others are compared with it": (
        "There were 214 fires, 24 above the target of 190 and 13 (6.5%) more than before. Of these, 131 were of grass.",
        "There were 214 fires against 98 in May. Of these, 131 were of grass.",
    ),
    "a total of what stands in the holders told first": (
        "Five courses were held between January and May with 20, 18, 19, 17 and 20 officers, 94 in all.",
        "Eight hostels with 40 beds, 12 cots and 30 chairs, 82 items in total, were inspected.",
    ),
    "what is told behind a colon need not be parts": (
        "There were 3 events: 400 people came to the first and 300 to the second.",
        "The panel made 12 proposals: 9 firms replied and 6 agreed.",
        "The fleet of 412 vehicles was checked: 310 cars and 102 vans.",
    ),
    "more than another by the difference": (
        "There were 64 fires, ten more than the 54 of 2024.",
        "Costs were £4.4 million, £1.0 million less than the £5.4 million of 2024.",
    ),
    "a part of one told in words": (
        "The team of one inspector, two sergeants and 14 constables (17 in all) seized 43 vehicles.",
        "An inspector, two sergeants and 14 constables, 17 in all, were moved.",
        "It has a manager, three clerks and four drivers, eight in total.",
    ),
    "a share and another part behind the bracket": (
        "Debt was the subject of 3,942 calls (35%), benefits of 3,717 (33%), housing of 2,253 (20%).",
        "Deaths were told of 210 cats (60%), injuries of 105 (30%), and loss of 35 (10%).",
    ),
    "signs in words": (
        "It fell from an investment of £3.4 million to a disinvestment of £1.2 million, a decrease of £4.6 million.",
        "The account moved from a surplus of £210,000 to a deficit of £45,000, a fall of £255,000.",
        "The result changed from a loss of £21,000 to a profit of £60,000, an improvement of £81,000.",
        "It swung from net inflows of £9.1 million to net outflows of £4.3 million, a decrease of £13.4 million.",
        "The budget went from an overspend of £120,000 to an underspend of £30,000, a change of £150,000.",
        "The fund moved from £1.2 million in credit to £0.4 million overdrawn, a fall of £1.6 million.",
        "It fell from net receipts of £3.1 million to net payments of £1.1 million, a decrease of £4.2 million.",
    ),
    "a percentage that is a share of something else": (
        "Fee income increased to £44.8 million, or 28.7 per cent of all income, from £38.3 million.",
        "Fee income increased to £44.8 million (28.7% of income) from £38.3 million.",
        "Overtime rose from £1.2 million to £1.5 million, or 4.1% of pay.",
        "Overtime rose to £1.5 million, 4.1% of the pay bill, from £1.2 million.",
        "Burglary fell from 412 to 377 and now accounts for 3.2% of all crime.",
        "Burglary rose to 412, representing 9.1% of recorded crime, compared with 377 last year.",
    ),
    "a conversion of something else": (
        "Cash of £70.1 million, compared to £40.9 million, came in, a conversion which was 123 per cent of profit.",
        "Cash flow was £70.1 million, compared to £40.9 million in 2022, which represented 123 per cent of earnings.",
        "Free cash of £70.1 million (2022: £40.9 million) represents a conversion of 123%.",
    ),
    "a rate of growth a year": (
        "The index rose from 6.9 to 7.5 over three years, an annual growth rate of 2.8%.",
        "Membership grew from 690 to 750 between 2021 and 2024, growth of 2.8% a year.",
        "Membership grew from 690 to 750 between 2021 and 2024, an average annual increase of 2.8%.",
        "Membership grew from 690 to 750 in three years, or by 2.8% per year.",
        "The compound growth rate was 9.1%, taking the stock from 480 to 681.",
    ),
    "an escalator beside two levels": (
        "Rent increased from £573 to £577 thousand due to the fourth 2% annual rent review.",
        "Rent was £577 thousand compared to £573 thousand because of a 2% yearly uplift.",
        "Pay rose from £573,000 to £577,000 reflecting the 2% pay award.",
    ),
    "points in a column of percentage changes": (
        table(
            "Measure | 2023 | 2024 | Change (%)",
            "Fires | 400 | 440 | 10.0",
            "Floods | 50 | 60 | 20.0",
            "Content | 72.2% | 73.2% | 1.0",
        ),
        table(
            "Measure | 2023 | 2024 | Change (%)",
            "Fees | 400 | 440 | 10.0%",
            "Costs | 50 | 60 | 20.0%",
            "Margin | 12.55% | 12.00% | (55) bps",
        ),
        table(
            "Measure | 2023 | 2024 | % change",
            "Visits | 640 | 720 | 12.5",
            "Stalls | 20 | 25 | 25.0",
            "Answered (%) | 71.4 | 74.9 | 3.5",
        ),
        table(
            "Measure | 2023 | 2024 | % change",
            "Visits | 640 | 720 | 12.5%",
            "Stalls | 20 | 25 | 25.0%",
            "In time | 71.4% | 74.9% | 3.5pp",
        ),
    ),
    "signs that say better or worse": (
        table(
            "£000 | Budget | Actual | Better/(worse) | %",
            "Pay | 640 | 672 | (32) | (5.0%)",
            "Rooms | 200 | 190 | 10 | 5.0%",
            "Fuel | 80 | 88 | (8) | (10.0%)",
        ),
        table(
            "£m | 2023 | 2024 | Better/(worse)",
            "Income | 400 | 430 | 30",
            "Spending | 664 | 697 | (33)",
            "Result | (264) | (267) | (3)",
        ),
        table("£000 | Budget | Actual | Fav/(adv)", "Pay | 640 | 672 | (32)", "Rooms | 200 | 190 | 10"),
        table(
            "£000 | 2024 | 2023 | Improvement/(deterioration) | %",
            "Spending | 697 | 664 | (33) | (5.0%)",
            "Waste | 50 | 55 | 5 | 9.1%",
        ),
    ),
    "years of unequal length": (
        table(
            "£m | 53 weeks 2024 | 52 weeks 2023 | Change % | 52-week change %",
            "Fees | 530 | 500 | 6.0 | 4.0",
            "Costs | 318 | 300 | 6.0 | 4.1",
            "Rent | 106 | 100 | 6.0 | 3.9",
        ),
        table(
            "£m | 2023 (52 weeks) | 2024 (53 weeks) | Change | Like-for-like change",
            "Fees | 500 | 530 | 6.0% | 4.0%",
            "Costs | 300 | 318 | 6.0% | 4.1%",
            "Rent | 100 | 106 | 6.0% | 3.9%",
        ),
        "Fees rose from £500 million in 52 weeks to £530 million in 53 weeks, up 4.0% on a 52-week basis.",
        "Calls rose from 500 to 530, or 4.0% on a like-for-like basis.",
        "Spending rose from £500,000 to £530,000, a rise of 4.0% in real terms.",
    ),
    "shares made to add up to 100": (
        table(
            "Area | Visits | %",
            "North | 277,898 | 23.1",
            "South | 402,283 | 33.5",
            "West | 320,000 | 26.7",
            "East | 200,000 | 16.7",
            "Total | 1,200,181 | 100.0",
        ),
        table("Answer | Number | Share", "Yes | 2 | 9%", "No | 12 | 57%", "Unsure | 7 | 34%", "All | 21 | 100%"),
        table("Answer | Number | Share", "Yes | 1 | 33%", "No | 1 | 33%", "Unsure | 1 | 34%", "All | 3 | 100%"),
        table("Answer | Number | Share", "Yes | 2 | 28%", "No | 2 | 29%", "Unsure | 3 | 43%", "All | 7 | 100%"),
    ),
    "a row of totals under averages and balances": (
        table(
            "Land | Shops | Inhabitants per shop",
            "Aland | 120 | 410",
            "Boland | 300 | 350",
            "Coland | 90 | 520",
            "Union total | 510 | 394",
        ),
        table(
            "Ward | Officers | Average days sick",
            "North | 20 | 6.1",
            "South | 31 | 4.2",
            "West | 24 | 5.5",
            "Total | 75 | 5.1",
        ),
        table(
            "Month | Grants | Left of the fund",
            "April | 120 | 880",
            "May | 130 | 750",
            "June | 150 | 600",
            "Total | 400 | 600",
        ),
        table(
            "Month | Bought | Average price | Value that may still be bought (£)",
            "April | 120 | 4.10 | 880,000",
            "May | 130 | 4.20 | 750,000",
            "June | 150 | 4.30 | 600,000",
            "Total | 400 | 4.21 | 600,000",
        ),
    ),
    "rows that overlap": (
        table("Wish | Readers | % of readers", "Novels | 204 | 68%", "Maps | 162 | 54%", "Total readers | 300 |"),
        table("Need | People", "Housing | 210", "Health | 187", "Total helped | 312")
        + "\n\nPeople may have more than one need.",
        "Readers could choose several answers.\n\n"
        + table("Wish | 2024", "Novels | 204", "Maps | 162", "Total readers | 300"),
    ),
    "last year's later months beside a total to date": (
        table(
            "Month | 2023 | 2024",
            "January | 120 | 131",
            "February | 110 | 104",
            "March | 130 | ..",
            "April | 125 | ..",
            "Total to date | 230 | 235",
        ),
        table("Month | 2023 | 2024", "April | 40 | 51", "May | 30 | 44", "June | 20 |", "Total | 70 | 95"),
    ),
    "the longest of several": (
        table("Team | Cases | Longest", "North | 140 | 210", "South | 160 | 188", "Total | 300 | 210"),
        table(
            "Desk | Calls | Slowest | Fastest", "Front | 120 | 41 | 2", "Night | 80 | 30 | 4", "Total | 200 | 41 | 2"
        ),
    ),
    "some of a whole with their shares": (
        "Of 1,240 readers asked, 372 (30%) came by bus, 248 (20%) by car and 124 (10%) by bicycle.",
    ),
    "parts that peaked in different months": (
        table(
            "Desk | Calls | Highest volume",
            "Front | 1,200 | 141",
            "Night | 800 | 90",
            "Phone | 600 | 77",
            "Total | 2,600 | 280",
        ),
        table(
            "Desk | Calls | Peak day",
            "Front | 1,200 | 141",
            "Night | 800 | 90",
            "Phone | 600 | 77",
            "Total | 2,600 | 280",
        ),
        table(
            "Ward | Highest month | Lowest month | Year",
            "North | 41 | 12 | 300",
            "South | 33 | 9 | 250",
            "West | 20 | 7 | 160",
            "Total | 88 | 31 | 710",
        ),
    ),
    "totals that weighting leaves two apart": (
        table("Group | Weighted replies", "Residents | 98,151", "Visitors | 3,647", "Total | 101,800"),
        table("Weighted count | Owned | Rented | Total", "2023 | 98,151 | 43,644 | 141,797"),
        "*Figures are weighted to the population.*\n\n"
        + table(
            "Group | 2023 | 2024", "Owned | 98,151 | 99,222", "Rented | 43,644 | 41,120", "Total | 141,797 | 140,343"
        ),
    ),
    "rounded parts": (
        table("£m | 2024", "Pay | 161.0", "Rooms | 318.3", "Fuel | 220.7", "Total | 700.1"),
        table(
            "£m | 2023 | 2024",
            "Pay | 161.0 | 171.2",
            "Rooms | 318.3 | 320.4",
            "Fuel | 220.7 | 221.1",
            "Total | 700.3 | 712.6",
        ),
        "It cost £700.1 million, made up of £161.0 million of pay, £318.3 million of rooms and £220.7 million of fuel.",
        "Of spending of £7.1 million, £1.6 million was pay, £3.2 million rooms and £2.2 million fuel.",
    ),
    "marks of footnotes stuck to words and years": (
        "The number of wardens reached its peak level in 19951, when there were 412.",
        "There were 1,240 thefts1, 12% fewer than in 20232.",
        "Thefts2 (445) and frauds3 (310) both fell in the year.",
        "There were fewer violent offences2 (445) than frauds3 (510).",
        "Rents grew 4.2% in 20241, up from 3.1% in 20232.",
        "Violent offences2 rose from 400 to 440, an increase of 10%.",
    ),
    "signs set apart from their figures": (
        table(
            "Crime | 2023 | 2024 | Change | % change",
            "Thefts | 428,000 | 441,270 | + 13,270 | + 3.1%",
            "Frauds | 54,355 | 52,670 | - 1,685 | - 3.1%",
        ),
        table(
            "Crime | 2023 | 2024 | Change | % change",
            "Thefts | 428,000 | 441,270 | + 13,270 | + 3.1%",
            "Frauds | 54,355 | 52,670 | − 1,685 | − 3.1%",
        ),
        "Thefts went from 54,355 to 52,670 (- 1,685, - 3.1%).",
        "Thefts: 54,355 in 2023, 52,670 in 2024, - 1,685, - 3.1%.",
        "Thefts rose from 428,000 to 441,270 (+ 13,270 / + 3.1%).",
    ),
    "figures of different days": (
        "In the March report over 1,000 officers carried the kits, which had been used 20 times. The website said "
        "in June that over 1,300 officers carry the kits, which have been used 26 times.",
        "By May over 1,000 officers carried a kit and 20 had been used. By July over 1,300 carried one and 26 had "
        "been used.",
        "Noise is down 50% from before the pandemic. Noise is down 47.5% since May 2021. Noise fell from 37,405 to "
        "23,220 (-37.9%) in the year.",
        "# Overview\n\nNoise is down 50% on the year before the pandemic.\n\n# Detail\n\nSince May 2021 noise has "
        "fallen by 47.5%. It has fallen from 37,405 to 23,220, a fall of 37.9%.",
    ),
    "sentences and items run together": (
        "The count was taken on 31 March 2013.There were 412 wardens then.",
        "Thefts fell to 412.Frauds rose to 512.There were 924 in all.",
        "- Thefts fell to 412\nover the year\n- Frauds rose to 512\n  in the same time\n\nBoth are small.",
        "Key points:\nThefts fell from 440 to 412.\nFrauds rose from 500 to 512.\n- Fires fell from 20 to "
        "12.\n  Half were in barns.",
    ),
}


@pytest.mark.parametrize(
    "report",
    [pytest.param(report, id=f"{name} {n}") for name, reports in SILENT.items() for n, report in enumerate(reports)],
)
def test_a_trap_is_right_as_printed(report: str) -> None:
    assert loudly(report) == []


CHANGE, PERCENT, SHARE, TOTAL = "wrong-change", "wrong-percentage-change", "wrong-share", "wrong-total"
FOUND = {
    "an age band beside a change": (
        ("Among people aged from 18 to 24, visits rose from 210 to 240, an increase of 24.3%.", PERCENT),
        ("Satisfaction of those aged 18 to 24 fell from 74.9% to 71.4%, down 5.3 percentage points.", CHANGE),
        ("Visits by people aged 65 to 74 fell from 240 to 180, a fall of 52%.", PERCENT),
    ),
    "a change after a subject of two": (
        ("Theft and fraud rose by 72.5%, from 240 to 306.", PERCENT),
        ("Theft rose from 240 to 306 and has therefore increased by 72.5%.", PERCENT),
        (
            "Fees fell by £0.5 billion (0.7%) to £71.3 billion and costs rose by £0.4 billion (4%) to £98.7 billion.",
            PERCENT,
        ),
    ),
    "a change told beside another": (
        ("Fires fell from 440 to 400, down 12%, with barn fires up 3%.", PERCENT),
        ("Fires fell from 440 to 400, and floods rose by 12% from 50 to 65.", PERCENT),
        ("Loans rose from 200 to 240; floods fell by 9%, from 50 to 40.", PERCENT),
        ("While loans rose from 200 to 240 (31%), renewals fell from 50 to 40.", PERCENT),
        ("After falling from 200 to 150 in 2023, loans rose by 31% to 165 in 2024.", PERCENT),
        ("Loans fell from 200 to 150, followed by a rise of 31% to 165.", PERCENT),
        ("Costs rose by 4%, rising from 200 to 240.", PERCENT),
        ("Loans rose by 31%, year on year, from 200 to 240.", PERCENT),
        ("Loans rose by 31% in Oakby and Larkfield from 200 to 240.", PERCENT),
        ("In the year loans rose from 200 to 240, and have therefore risen by 31%.", PERCENT),
        ("Loans fell to 150 from 200, representing a 52% fall.", PERCENT),
        ("Loans rose from 200 to 240 in 2024, an increase of 31% in the year.", PERCENT),
        ("Over three years fees have risen by 31%, from 10,900 to 12,400, and 14 clerks were hired.", PERCENT),
        ("Novels made up 1,364 (13%) of the 4,400 loans, and 152 (38%) of the rise of 400.", SHARE),
        ("The harbour has 473 boats, 117 of which (52%) are red.", SHARE),
        ("The roll grew by a net 48 wardens, from 2,012 to 2,080.", CHANGE),
    ),
    "a change beside another time or figure": (
        ("Loans fell by 50 to 150, from 210 in the same month last year.", CHANGE),
        ("Fees rose 5% to £412,000 (2023: £380,000), on a floor of 900 square feet.", PERCENT),
        ("Fifty of 2,500 boats were idle, and loans fell by 50% from 61 to 50.", PERCENT),
        ("The lake fell from 2 degrees to minus 4 degrees, a drop of 9 degrees.", CHANGE),
        ("There were 204 replies (112 online and 92 by phone), 42% of the 850 invited.", SHARE),
        ("The lake rose from minus 4 to minus 8 degrees.", "direction-against-figures"),
        ("Of the 420 readers, 231 were women, 118 were men and 74 were children.", "unexplained-remainder"),
    ),
    "amounts of one sign": (
        ("Spending fell from £12.1 million to £7.3 million, a decrease of £8.4 million.", CHANGE),
        ("The investment fell from £3.4 million to £1.2 million, a decrease of £4.6 million.", CHANGE),
        ("Inflows decreased from £9.1 million to £4.3 million, a fall of £13.4 million.", CHANGE),
    ),
    "a percentage that is the change": (
        ("Fee income increased to £44.8 million, or by 71.0 per cent, from £38.3 million.", PERCENT),
        ("Overtime rose from £1.2 million to £1.5 million, or 52%.", PERCENT),
        ("Membership grew from 690 to 750 between 2021 and 2024, or by 7.8%.", PERCENT),
        ("Rent increased by 2.7% from £570 to £577 thousand due to the fourth annual rent review.", PERCENT),
    ),
    "levels a month": (
        ("Calls rose from 240 a month to 306 a month, an increase of 72.5%.", PERCENT),
        ("Calls rose from 30 to 20 a month.", "direction-against-figures"),
        ("Calls fell from 240 to 306 a year, on average.", "direction-against-figures"),
    ),
    "one wrong row beside a row of points": (
        (
            table(
                "Measure | 2023 | 2024 | Change (%)",
                "Fires | 400 | 440 | 10.0",
                "Floods | 50 | 65 | 20.0",
                "Frosts | 80 | 100 | 25.0",
                "Content | 72.2% | 73.2% | 1.0",
            ),
            PERCENT,
        ),
    ),
    "sizes under better and worse, and a column that only says %": (
        (
            table(
                "£000 | Budget | Actual | Better/(worse) | %",
                "Pay | 640 | 672 | (23) | (5.0%)",
                "Rooms | 200 | 190 | 10 | 5.0%",
                "Fuel | 80 | 88 | (8) | (10.0%)",
            ),
            CHANGE,
        ),
        (
            table(
                "£000 | Budget | Actual | Better/(worse) | %",
                "Pay | 640 | 672 | (32) | (5.0%)",
                "Rooms | 200 | 190 | 10 | 50.0%",
                "Fuel | 80 | 88 | (8) | (10.0%)",
            ),
            PERCENT,
        ),
        (
            table(
                "Thing | 2023 | 2024 | Change | %",
                "Pay | 640 | 672 | 32 | 5.0%",
                "Rooms | 200 | 190 | -10 | -5.0%",
                "Fuel | 80 | 88 | 8 | 1.0%",
            ),
            PERCENT,
        ),
    ),
    "the plain column beside a normalised one": (
        (
            table(
                "£m | 53 weeks 2024 | 52 weeks 2023 | Change % | 52-week change %",
                "Fees | 530 | 500 | 6.0 | 4.0",
                "Costs | 318 | 300 | 9.0 | 4.1",
                "Rent | 106 | 100 | 6.0 | 3.9",
            ),
            PERCENT,
        ),
    ),
    "a share far off beside one made to fit": (
        (
            table(
                "Area | Visits | %",
                "North | 277,898 | 23.1",
                "South | 402,283 | 35.3",
                "West | 320,000 | 26.7",
                "East | 200,000 | 16.7",
                "Total | 1,200,181 | 100.0",
            ),
            SHARE,
        ),
        (
            table(
                "Answer | Number | Share",
                "Yes | 4 | 9%",
                "No | 12 | 92%",
                "Unsure | 5 | 12%",
                "Other | 21 | 50%",
                "All | 42 | 100%",
            ),
            SHARE,
        ),
    ),
    "rows that do not overlap, and months that all count": (
        (
            table("Need | People", "Housing | 210", "Health | 187", "Other | 40", "Total helped | 347")
            + "\n\nFigures may not sum because of rounding.",
            TOTAL,
        ),
        (
            table("Wish | Readers | % of readers", "Novels | 204 | 68%", "Maps | 96 | 32%", "Total readers | 330 |"),
            TOTAL,
        ),
        (
            table(
                "Month | 2023 | 2024 | 2022",
                "January | 120 | 131 | 90",
                "February | 110 | 104 | 80",
                "March | 130 | 140 | 85",
                "Total to date | 230 | 375 | 255",
            ),
            TOTAL,
        ),
    ),
    "the sum beside averages, balances and peaks": (
        (
            table(
                "Land | Shops | Inhabitants per shop",
                "Aland | 120 | 410",
                "Boland | 300 | 350",
                "Coland | 90 | 520",
                "Union total | 501 | 394",
            ),
            TOTAL,
        ),
        (
            table(
                "Month | Grants | Left of the fund",
                "April | 120 | 880",
                "May | 130 | 750",
                "June | 150 | 600",
                "Total | 410 | 600",
            ),
            TOTAL,
        ),
        (
            table(
                "Month | Opening | Paid out | Left of the fund",
                "April | 1,000 | 120 | 880",
                "May | 880 | 130 | 750",
                "June | 750 | 150 | 690",
            ),
            TOTAL,
        ),
        (
            table(
                "Desk | Calls | Highest volume",
                "Front | 1,200 | 141",
                "Night | 800 | 90",
                "Phone | 600 | 77",
                "Total | 2,060 | 280",
            ),
            TOTAL,
        ),
    ),
    "more than weighting and rounding explain": (
        (table("Group | Weighted replies", "Residents | 98,151", "Visitors | 3,647", "Total | 110,798"), TOTAL),
        (table("Group | Households", "Owned | 108,251", "Rented | 43,644", "Total | 151,897"), "unconfirmed-total"),
        (table("Group | Households", "Owned | 351", "Rented | 444", "Total | 797"), TOTAL),
        (
            table(
                "£m | 2023 | 2024",
                "Pay | 161.0 | 171.2",
                "Rooms | 318.3 | 320.4",
                "Fuel | 220.7 | 221.1",
                "Total | 700.0 | 721.7",
            ),
            TOTAL,
        ),
    ),
    "a total that misses its parts in spite of holders and small words": (
        ("Five courses were held in May with 20, 18, 19, 17 and 20 officers, 99 in all.", "parts-do-not-make-whole"),
        ("Two inspectors, two sergeants and 14 constables (17 in all) were moved.", "parts-do-not-make-whole"),
    ),
    "a share of the whole behind its bracket": (
        ("Of the strays, owners collected 210 (71%), out of 350.", "wrong-share"),
        ("Owners collected 210 (71%) strays of the 350.", "wrong-share"),
    ),
    "a fraction in words that is too large": (
        ("Thefts fell by more than a third, from 214 to 158.", "hedge-against-figure"),
    ),
    "more than what is more": (
        ("There were 54 fires, 10 more than the 64 of 2024.", "direction-against-figures"),
        ("Costs were £5.4 million, £1.0 million less than the £4.4 million of 2024.", "direction-against-figures"),
        ("There were 1,160 fires in 2025, 72 (6.6%) fewer than the 1,088 of 2024.", "direction-against-figures"),
    ),
    "parts behind a colon with exchanged digits": (
        ("There were 1,912 calls: 562 for fires, 896 false alarms and 481 others of note.", "unexplained-remainder"),
        ("The fleet of 412 vehicles was checked: 301 cars and 102 vans.", "unexplained-remainder"),
    ),
    "a year below its quarters": (
        (
            table(
                "Quarter | 2024 | 2025",
                "Spring | 402 | 351",
                "Summer | 366 | 338",
                "Autumn | 359 | 327",
                "Year | 1,217 | 1,016",
            ),
            TOTAL,
        ),
    ),
    "points under a head that says so in words": (
        (
            table(
                "Stage | 2023 | 2024 | Change (percentage points)",
                "First call | 88.1% | 90.3% | +2.2",
                "Arrival | 84.0% | 85.1% | +1.1",
                "Action | 79.5% | 79.2% | -0.3",
                "Told since | 71.4% | 69.9% | +1.5",
            ),
            CHANGE,
        ),
    ),
    "a short bullet twice in one list": (
        (
            "Officers:\n\n- marked 640 bicycles there\n- made 47 arrests\n- marked 640 bicycles there",
            "duplicated-bullet",
        ),
    ),
    "a number left out of a report with a list of its contents": (
        (
            "# Crime\n\n## Contents\n\n1. Thefts\n2. Frauds\n\n## 1. Thefts\n\n1.1 They fell.\n\n1.3 They rose.\n\n"
            "## 2. Frauds\n\n2.1 They fell.",
            "numbering-gap",
        ),
    ),
    "figures beside footnotes and dates": (
        ("Violent offences2 rose from 400 to 440, an increase of 12%.", PERCENT),
        ("Thefts1 rose from 1,240 in 20231 to 1,364 in 20242, an increase of 19%.", PERCENT),
        ("In May 1,304 thefts were recorded, compared with 1,200 in April, a rise of 9.8%.", PERCENT),
    ),
    "signs set apart": (
        (
            table(
                "Crime | 2023 | 2024 | Change | % change",
                "Thefts | 428,000 | 441,270 | + 13,270 | + 3.1%",
                "Frauds | 54,355 | 52,670 | + 1,685 | - 3.1%",
                "Fires | 200 | 220 | + 20 | + 10.0%",
            ),
            CHANGE,
        ),
        ("Thefts went from 54,355 to 52,670 (- 1,658, - 3.1%).", CHANGE),
        ("Thefts went from 54,355 to 52,670 (- 1,685, - 1.3%).", PERCENT),
    ),
    "figures of one day": (
        (
            "By May 1,304 officers carried the kits, which were used 26 times.\n\n"
            "By May 1,340 officers carried the kits, which were used 26 times.",
            "figure-said-two-ways",
        ),
        ("Since May 2021 noise has fallen from 37,405 to 23,220, a fall of 39.7%.", PERCENT),
    ),
    "a mistake where items run together": (
        ("The count was taken on 31 March 2013.Thefts rose from 400 to 440 then, an increase of 1%.", PERCENT),
        ("- Thefts fell from 440 to 412,\n  a fall of 12%\n- Frauds rose to 512", PERCENT),
    ),
}


@pytest.mark.parametrize(
    ("report", "rule"),
    [pytest.param(*pair, id=f"{name} {n}") for name, pairs in FOUND.items() for n, pair in enumerate(pairs)],
)
def test_the_wrong_twin_of_a_trap_is_found(report: str, rule: str) -> None:
    assert rule in loudly(report)
