import { expect, test } from 'vitest';
import { benefitFound } from '#compliance/personal-benefit.ts';
import { privateFactsFound } from '#compliance/private-facts.ts';

/** What people in sales ordinarily write in English: what of it is told as what, and what is business. */
const told = {
  birthday: `
    Mr. Chen is 52 years old
    She was born in '78
    He turns 50 in June
    Ms. Tan, aged 47, heads purchasing
    He is a 58-year-old engineer
    Mr. Ortiz was born on 3 May 1969
    He's 61 and retires soon
    Ms. Reid celebrates her 50th birthday on Friday
    She was born in March 1982
    Mr. Page will be 60 in March
    Her birthday is on 4 July
    The CFO is 55 years old
    The plant manager turned 60 last month
  `,
  marriage: `
    Mr. Brown got divorced last spring
    She is getting married in October
    His ex-wife still works there
    She is engaged to a banker
    Mr. Wood's wife is a lawyer
    He and his wife are separated
    Mr. Dunn is going through a divorce
    She's single and new in town
    His wife left him last year
    Mr. Dunn’s husband works at the bank
    She is a single mom
    Mr. Boyd remarried last year
    His girlfriend works at our rival
    The director's wife is a judge
    He's divorced
  `,
  children: `
    Mrs. Hall just had a baby
    Her daughter is applying to Cambridge
    Mr. Wong's son studies in Boston
    He is a father of three
    She has twins in primary school
    He became a father last month
    Mr. Ng's kids go to the international school
    Her little boy has autism
    Mr. Lowe has three children
    His son plays football with my nephew
    Her baby is due in June
    He's a new dad
    His eldest daughter is at Oxford
    Ms. Kaur has a newborn at home
    She has a son in the army
    The buyer has two kids
    The buyer's son wants a job with us
  `,
  health: `
    He is recovering from heart surgery
    Mr. Li was diagnosed with prostate cancer last year
    She is on maternity leave until May
    He is diabetic so no sweets
    He has asthma and a bad back
    Mrs. Lopez is undergoing chemotherapy
    He is on dialysis twice a week
    Mr. Shah had a heart attack in 2024
    He's been off with depression
    Mrs. Kent has breast cancer
    She had a miscarriage in spring
    Mr. Voss is an alcoholic
    Mr. Dale's kidney failed, he needs a transplant
    He takes insulin
    She is in hospital with pneumonia
    He suffers from high blood pressure
    Mr. Ash has leukemia
    She has been hospitalized
  `,
  religion: `
    Ms. Park is a devout Christian
    He is Muslim, book a halal restaurant
    He fasts during Ramadan
    Ms. Cohen is Jewish and keeps kosher
    He's a practising Catholic
    Mr. Aziz prays five times a day
    He is a Hindu, no beef
    She goes to the mosque on Fridays
    The CEO is a devout Muslim
  `,
  homeAddress: `
    He lives in Riverside Gardens, block 5
    Her flat is on Elm Street
    His home is at 14 Park Lane
    Ms. Frost lives on Baker Street
    He lives at 22 Rosewood Avenue
    Her home address: 5 Mill Lane
    His apartment is on 5th Avenue
    Ms. Blum lives at Lake View Towers
    He lives in a villa on Park Road
  `,
  wealth: `
    Mr. Gupta earns 200k a year
    He has gambling debts
    He is worth about 20 million
    Her salary is around 90k
    He makes around 30k a month
    She's deep in debt
    His income is about 300k
    He earns 15k per month
    The director makes 40k a month
  `,
  ethnicity: `
    Mr. Zhang is a Communist Party member
    She is Uyghur
    He joined the Communist Party in 2001
    He's a member of the Communist Party
    She is an ethnic Tibetan
  `,
  idNumber: `
    The ID ending in 4411 is his
    Her passport number is E12345678
    Mr. Hall's ID ends in 9021
    His passport ends in 4471
    His ID card number is 110105199003078515
  `,
  benefit: `
    We offered him two percent in cash
    Took the director to a karaoke bar with hostesses
    He wants an iPhone before he signs
    Got her nephew a summer internship with us
    We'll pay for his trip to Bali
    Slipped him a red envelope after dinner
    We sent Mr. Lee a case of wine to his house
    Promised the buyer 3% of the deal
    Gave the buyer a Rolex at dinner
    He asked for 3% for himself
    Treated Mr. Ruiz to a weekend in Macau
    Found a job for his daughter at our partner
    We are covering her son's tuition
    Handed the engineer 500 dollars in cash
    Offered the director a kickback
    We gave her a gift card
    He'd like a new MacBook as a thank-you
    Promised his nephew a job
    Paid for Mr. Cho's vacation
    We put 20,000 on his private account
    Invited the purchasing head to a strip club
    Bribed the inspector
    We will hire his son after signing
    Send a gift card to Mr. Dale
    He asked for 2 percent for himself
    We paid for the buyer's family holiday
    Give the director 2% of the contract
    Take the buyer to karaoke
    The buyer wants a Rolex
    Send the manager a case of Moutai
    The officer asked for an iPhone
  `,
};

const business = `
  The children's hospital project goes to tender in May
  He runs the cancer center's IT department
  Single sign-on is a must for Mr. Lee
  She is married to the idea of a single supplier
  The asset ID ending in 4411 is broken
  Mr. Chen has 52 people on his team
  He is 5 weeks late with the budget
  The company was born in 1978
  He wants an iPhone app before he signs
  The parent company and its child entities approve the budget
  We offered a two percent discount for cash payment
  Her team makes 200k units a year
  He lives with the old system for now
  The KTV chain wants a new ordering system
  We paid for his training course at our factory
  Mr. Hall has a heart for service quality
  The church of St Mary is the end user
  He is retiring next year
  The salary module is out of scope for Mr. Gupta
  Mr. Ng's team turns 50 tonnes of steel a day
  The nursing home is at 14 Park Lane
  She was born and raised in Leeds
  Gave the engineer a watch list of open points
  She is engaged in the pilot
  The two plants are separated by a road
  We handed the engineer the cash flow forecast
  Mr. Shah heads the heart center's IT
  Her salary system project starts in May
  The Communist-era building needs rewiring
  He joined the party committee's working group on energy
  Ms. Cohen lives and breathes quality
  The kids' hospital wants a new UPS
  The project is worth about 20 million
  He runs a 30-year-old plant
  Mr. Wood is single-minded about uptime
  The parents' portal is out of scope
  He treats uptime as sacred
  He is 61% done with the evaluation
  Her baby is the new MES project
  He turned 20 sites over to us
  She is expecting the quotation on Monday
  His card ends the list of participants
  He was the father of the standard IEC 61850
  Mr. Lowe has three child companies under him
  He is engaged to review the tender
  Took the director to the plant in Macau
  Mr. Voss offered us two points for the agenda
  She lives in Leeds
  We sent Mr. Lee a case study
  We sent him a box of samples
  He is on treatment plant projects
  Ms. Reid is separated from the decision by two levels
  The director wants an iPad version
  She wants the watch list weekly
  He is in charge of hospital systems and cancer care devices
  He handed the engineer an envelope calculation
  He had a single concern
  Invited him to the holiday shift planning
  Mr. Kent was born to sell
  His house rules are strict
  We paid for his flight to the factory test
  Ms. Reid is worth listening to
  He turns 3 projects a year
  Mr. Page is 60 km from the plant
  He will be 15 minutes late
  He turned 50, 60 and 70 Hz options down
  She is on the treatment committee for water
  His children's hospital needs a UPS
  Mr. Boyd had surgery lights quoted
  She is the mother of the idea
  He has one child node offline
  He became a father figure for the project
  Her kidney dialysis product line is growing
  He is in debt collection software
  His card ending process is manual
  The house rules apply to him
  She is Christian Dior's buyer
  He's got the pilot approved
  He'd like an iPad stand for the demo
  Offered the buyer 3% off
  Gave Mr. Dale two percent discount
  Paid for her conference ticket
  Promised his team a training
  We hired her former supplier
  Took him to the site on a holiday
  He lives up to his promises
  Mr. Aziz prays we deliver on time
  She's in favour of single sourcing
  He keeps the sabbatical plan open
  He was born into the trade
  He is aged care sector lead
  Mr. Lee’s son company is in Wuxi
  He is worth 2 visits a month
  The director has three child accounts
  The buyer is single-sourcing valves
  The manager is 52 km away
  The head of care was born of a merger
  The director's son-et-lumiere project
  The officer is in hospital procurement
  The buyer wants a watch function
  Take the director to the karaoke chain's site
  The CEO has had surgery suites upgraded
  The manager makes 40 visits a month
  The engineer is expecting a baby monitor sample
  The president is married to the plan
  Gave the director a watch-list
  He was aged out of the tender list
  The director lives up to it
  The manager has twin feeders
  Mr. Poe's home is in Leeds
  She said his income statement is audited
  The parents' evening app
  The officer's health and safety plan
  The engineer had stroke sensors tested
  He has diabetes devices in scope
  The pump head is 52, a bit heavy
  The cylinder head had a stroke of 80 mm
  The buyer is heavily in debt, ask for prepayment
  The buyer makes 200k a year
  The buyer's income fell by a third
  That is a point for him.
  I am covering his vacation in July
  Invited the manager to the weekend demo
  Two points for her.
  The buyer is worth $20 million
`;

const lines = (text: string) => text.trim().split(/\s*\n\s*/);
const kinds = (text: string) => [
  ...(benefitFound(text) ? ['benefit'] : []),
  ...privateFactsFound(text).map(({ kind }) => kind),
];

test.each(Object.entries(told).flatMap(([kind, text]) => lines(text).map((line) => [kind, line] as const)))(
  'finds %s in: %s',
  (kind, line) => expect(kinds(line)).toContain(kind),
);

test.each(lines(business))('lets pass: %s', (line) => expect(kinds(line)).toEqual([]));
