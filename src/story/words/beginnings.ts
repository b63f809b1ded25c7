/** Sentences about how a case begins: why somebody was worried, what was known, what was decided and who was told. */

/** What a case is mostly about; it colours everything that is written on it. */
export type Theme = 'neglect' | 'violence' | 'mind' | 'drink' | 'exploited' | 'disability' | 'hurt' | 'carer'

export const reasons: Readonly<Record<Theme, readonly string[]>> = {
  neglect: [
    '[from-school] {name} has come to {school} hungry on most mornings since half term, in the same unwashed clothes, and was not collected until after five on Thursday. {mother} did not answer the telephone. {name} told a member of staff: “There’s no dinner till Nan gets paid.”',
    '[from-housing] A housing officer who called about the damp found {name} and the other children in a home without working heating or a cooker, with animal waste on the kitchen floor. {mother} was tearful and said that it had got on top of her.',
    '[from-health] {name} has missed four appointments at the children’s clinic and has lost weight between the last two that were kept. The family has not answered letters or calls for seven weeks.',
    'A neighbour told us that {name} plays in the street until late, in all weathers, and has twice knocked to ask for food. She does not want {mother} to know that she spoke.',
    '[from-school] {name} has head lice that have not been treated for months, decayed teeth and a persistent cough. {school} has offered help four times; each time {mother} has agreed and nothing has changed.',
  ],
  violence: [
    '{mother} came to us with a bruised arm and said that she had fallen. {name} said, not looking up: “She didn’t fall.” {mother} then spoke for an hour about the last two years and asked that nobody ring her at home.',
    '[from-police] Police attended the address after a 999 call made by a child, who said: “Please come, he’s got Mum by the hair.” {other} had left. {mother} had a cut lip and said that it was an accident. {name} was on the stairs.',
    '[from-health] {mother} told the practice nurse that {other} controls the money, checks her phone and has twice held her by the throat. {name} was in the room on the last occasion. She is frightened of what happens if he learns that she has spoken.',
    '[from-police] Third call to police in eight weeks. Shouting and breaking glass heard by neighbours; {name} seen at an upstairs window. {mother} declined to make a statement. {other} was arrested and released on conditions not to go to the address.',
    '[from-school][father] {name} told a teacher: “Dad pushed Mum down and her arm went the wrong way.” Hospital records show that {mother} was treated for a broken wrist on Sunday and said that she had slipped on the step.',
  ],
  mind: [
    '{mother} told us that she has not slept for nine nights and is afraid of what she might do. She asked for somebody to be with {name}. {other} is away until Saturday.',
    '[from-health] {mother} rang the surgery this morning and said that she cannot go on and that {name} would be better off without her. The GP has seen her today and the crisis team is coming. There is nobody else in the home with {name}.',
    '[from-school] {school} is worried about {mother}, who has stopped bringing {name} and speaks of people listening through the walls. {name} told us that the curtains are always closed “so they can’t see us thinking”.',
    '[from-health][baby] The health visitor has seen {mother} become very low since the birth. She gets up to feed {name} and otherwise stays in bed. {other} works nights and is exhausted. Both parents ask for help.',
  ],
  drink: [
    '{mother} was found asleep on a bench at four in the afternoon with {name} sitting beside her. She had been drinking. {name} had her purse and her keys, and told us which bus it is.',
    '[from-school] {mother} collected {name} smelling strongly of alcohol and unsteady on her feet. Staff offered to call a relative and she drove off. Police were told at once.',
    '[from-health][school] An ambulance crew found {mother} unconscious after drinking at two in the afternoon. {name} had put a cushion under her head and rung for help. {He} said that {he} “knows the number by heart”.',
    '[from-health][school] Concern from the pharmacy: {mother} has come for her methadone with {name} four times when {he} should have been at school, and on Tuesday could hardly stand.',
  ],
  exploited: [
    '{name} has stopped seeing {his} friends, has money that nobody can explain, and is frightened of a car that waits at the corner. {mother} says that {he} sleeps with {his} shoes on.',
    '[from-police] {name} has been reported missing three times in five weeks, each time from Friday night until Sunday. {He} came back with money and a second phone. {mother} has found train tickets to a coastal town.',
    '[from-school] {school} searched {name}’s bag after another pupil spoke up and found £240 and a folding knife. {name} said: “It’s not mine, I’m just holding it. You don’t get it, I can’t not.”',
    '[from-youth] The youth project is worried that {name}, who is {age}, is being collected in cars by men in their twenties and given vapes, food and lifts. Two other young people have said that {he} “owes them”.',
  ],
  disability: [
    '{mother} asks for help. {name} needs two people for moving and washing, and she has been doing it alone since {other} injured his back. She has not slept through a night for months.',
    '[from-school] The school asks for an assessment: {name}’s needs have grown with {him}, the hoist at home no longer fits, and {he} arrived twice this month with pressure marks.',
    '[from-health] The community paediatrician refers {name}, who has epilepsy and a learning disability, as the parents are at the end of their strength and have twice muddled the rescue medicine.',
  ],
  hurt: [
    '{name} pulled up {his} sleeve and showed us four round bruises above the elbow. “That’s from when I would not hold still,” {he} said, and asked whether {he} was in trouble.',
    '[from-school] {name} came to {school} with a bruise to the left cheek and ear in the shape of fingers. {He} said “{other} did it ’cos I spilled the milk”. {mother} was told that we are referring and was angry, then cried.',
    '[from-health] The emergency department has seen {name} with a burn to the hand said to be from a hair iron that fell. The doctor does not think that the shape fits. {name} would not speak while {other} was in the cubicle.',
    '[from-school] At swimming, {name} was seen to have marks across the backs of both legs. Asked how {he} got them, {he} said: “The belt, but it was my fault.”',
  ],
  carer: [
    '{name}, who is {age}, rang us to ask how to get a wheelchair mended. {He} does the shopping, the cooking and {mother}’s injections, and said that {he} would rather we did not come round.',
    '[from-school] {name} has been late forty times this year. {He} gets {his} younger brothers up, gives {mother} her tablets, and takes them to two different schools before coming to {his} own. {He} asked us not to tell anyone “or they’ll split us up”.',
    '[from-health] The pharmacist noticed that {name}, who is {age}, collects all of {mother}’s medicines and knows the doses. {mother} has multiple sclerosis, and the help that came in has stopped.',
  ],
}

/** What is asked about when it turns out to need less than an assessment. */
export const lesser: readonly string[] = [
  '{mother} has asked for help with {name}’s sleep and tantrums, and wonders who could come to the house. No other worry.',
  'The family was given notice by their landlord and {mother} asks what becomes of {name}’s school place. She was tearful; the home is clean and {name} is well.',
  '{name} was brought late four times this month. {mother} has a new job that begins at six. She asked what there is.',
  'A bruise on {name}’s shin was seen and asked about. {He} fell from a wall with two friends, who say the same. Passed on so that it is known.',
  '{mother} and {other} have parted, loudly and in the street. Nobody was hurt. We ask what there is for {name}, who is sad.',
]

export const households: readonly string[] = [
  '{mother} and {name} live at the address. English is spoken at home.',
  '[sibling] {mother}, {other} and the children live in a two-bedroom flat. {other} is said to come and go.',
  '[grandmother] {mother} lives with the children; the maternal grandmother lives two streets away and is there most days.',
  '{mother} reads English well and asks for letters in large print.',
  '[sibling] Two adults and the children in a rented house; a lodger had the back room until the summer.',
  '[second-language] {mother} speaks some English; an interpreter is needed for anything that matters.',
]

export const histories: readonly string[] = [
  'Not known to children’s social care before this.',
  'Two contacts last year, both closed with advice. Read together with this one, they show a pattern.',
  'An early help plan from the spring ended when the family stopped answering.',
  'A child in need plan two years ago ended with things going well. The worker then noted {mother}’s own history of care.',
  'An older half-brother was on a child protection plan in another area; its file has been asked for.',
  'Known to the health visitor and to {school}, who were already meeting with {mother} each fortnight.',
]

export const safety: readonly string[] = [
  '[school] I spoke with {school}: {name} is there until the end of the day and a member of staff whom {he} trusts knows.',
  '[violence|hurt] Police confirm that {other} is not at the address and may not go there.',
  '[grandmother] The grandmother is staying tonight. I spoke with her myself, and she has my number and that of the night team.',
  'Seen on the day by the person who rang, and well. I spoke with {mother} as well, and with the health visitor or school nurse who knows them.',
  'I spoke with {mother}, who was with her sister and will stay there until we meet tomorrow.',
  '[hurt] {name} is on the children’s ward and will not be discharged before we have spoken with the ward.',
]

export const notAsked: readonly string[] = [
  'To ask first could have told the person we worry about, and left {name} alone with that.',
  '{mother} could not be reached by the time a decision was needed. She was told the next morning.',
  '[school] Checks were made with the surgery and the school first, since {name} had said that {he} would be in trouble for talking.',
]

export const decisions: Readonly<Record<string, readonly string[]>> = {
  'section-17-assessment': [
    'What is described, put beside what was known, suggests that {name} may be in need. {mother} wants help. A social worker is to see {name} within the week.',
    'Not one worry but the run of them: three agencies have each seen a piece. An assessment is the way to see {name}’s whole week.',
    '[neglect|mind|drink|disability|carer] The threshold for an assessment is met. There is no sign of immediate danger, and {mother} has agreed to work with us.',
    'Early help has been tried and has not held, and {mother} says so herself. To be assessed, with her.',
  ],
  'strategy-discussion': [
    'What each agency holds is worrying; together it is a reason to suspect significant harm. Police and health are asked to join a discussion today.',
    'There is reason to suspect that {name} is suffering, or likely to suffer, significant harm. Police and health are asked to join a discussion at once.',
    '[hurt] A child’s clear words and an injury that fits them. This cannot wait for an assessment.',
    '[violence] The pattern of the calls and what {name} said from the stairs meet the threshold. To be discussed with police and health without delay.',
  ],
  'early-help': [
    '[school] {name}’s needs can be met by help that does not need a social worker. {mother} has agreed that {school} leads it and has met the worker.',
    '[little] The worry was real and is being dealt with. The health visitor will bring the family together for an early help plan.',
  ],
  'information-and-advice': [
    'The referrer wanted to know what is available. Advice was given on short breaks and on the parents’ group; the family will ask for themselves.',
  ],
  'no-further-action': [
    'Spoken with {mother}, {school} and the surgery. What was asked about has its explanation, and {name} is well. No ground for anything further, and {mother} was told so.',
    'The information was about another family of the same name in the next street. The referral is passed to the right file.',
  ],
}

export const explained: readonly string[] = [
  'Told by telephone what was decided and why, and that {name} will be told who passed on the worry only if the referrer agrees.',
  'Told what will happen and by when, and that new information should come straight to the allocated worker.',
  'Explained why the threshold was not met this time, what the family has been offered instead, and how to disagree.',
  'Thanked for putting down what {name} said word for word. It made the decision easier.',
]

export const familyTold: readonly string[] = [
  '[violence] {mother} was told alone, at the surgery, where {other} does not come with her. She chose what he is to hear, when, and from whom.',
  '[violence] {mother} was met at her sister’s. She asks that letters go there. {other} is not told before she is safe.',
  '[neglect|mind|drink|disability|carer|exploited|hurt] Met with {mother} at home. We read the referral together; she disputes the dates and not the substance.',
  '[neglect|mind|drink|disability|carer|exploited|hurt] {mother} was told by telephone, was upset, and rang back an hour later to ask what would help.',
  '[neglect|mind|drink|disability|carer] {mother} and {other} were told together. {other} asked who had reported them; I said that I would not discuss it.',
  '[second-language] Told with an interpreter on the telephone. {mother} asked for a woman to visit, which has been arranged.',
]

/** Why police and a family are not told at once. */
export const notTold: readonly string[] = [
  'Police ask that nobody in the household is told before the first interviews tomorrow morning. To be looked at again then.',
]
