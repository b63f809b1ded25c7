/** Sentences of strategy discussions, enquiries, conferences, core groups, reviews and endings. */
import type { Theme } from './beginnings.ts'

export const shared: readonly string[] = [
  'Social care: the referral and what was known before. Health: appointments missed since the summer, and what {mother} told the surgery. Police: one call to the address, no offence. Each agency read out its own dates and they were put in one order.',
  'Health: two attendances that were not put together until today. Police: nothing on {mother}, a warning marker on {other}. Social care: an earlier assessment that ended well. All heard the referrer’s own words read out.',
  '[violence|hurt][school] Police: two earlier calls to the address and a caution for {other} in another force. Health: {name} seen four times this year, one injury with a late presentation. {school}: absent after each of the calls.',
  '[little] Social care: the referral and two earlier contacts. Health visitor: weights falling for three months, two visits not answered. Police hold nothing on {mother}; {other} has a conviction for assault from before he knew her.',
  '[hurt][school] Health: the paediatrician does not accept the explanation given. Police: phones to be taken today. {school}: {name} spoke to the teacher again this morning, in the same words.',
  '[school] {school}: eleven notes since September, shown in order for the first time. Health: mother’s mental health is known and treated. Police: nothing recorded. Housing: two adults not on the tenancy.',
]

export const discussionActions: readonly string[] = [
  '[school][hurt|neglect] {worker} sees {name} at {school} today, with DC present. Medical at Marlowe General at 3 pm, consent from {mother}. Brothers and sisters to be seen by tomorrow noon. Police speak with {other} after that.',
  '[violence|hurt|exploited][school] {worker} and the officer visit jointly tomorrow at 9. Health checks the records of every child in the home by then. {school} keeps {name} in until {worker} rings.',
  'Social care alone. {worker} to see {name} within a day and both parents within three. Health visitor joins the second visit. Discussion closes with a call on Friday.',
]

export const discussionReasons: readonly string[] = [
  '[hurt] A child’s account, an injury, and a history that nobody had seen whole until today. All three agencies agree that section 47 applies.',
  'The threshold of likely significant harm is met by the pattern and not by the one event. Agreed by all.',
  '[violence|hurt|exploited] Police were first for a single-agency response; agreed to go jointly once health had shared the earlier attendance.',
]

export const notSection47: readonly string[] = [
  'Having heard from health that the mark was seen and explained on the day, all agree that section 47 is not met. The assessment goes on, and {name} is seen this week.',
]

export const toldInFamily: readonly string[] = [
  '{mother} is told today by {worker}, with what we are worried about and what happens next, in that order.',
  '[violence|hurt] {mother} is told by {worker} in person, after {name} has been seen. {other} is told by police.',
  '[school] {name} is told first, at {school}, what will happen this afternoon and who will be there.',
  '[violence|hurt] Nobody in the household until the officer has spoken with {other}; then {mother} at once.',
]

export const findings: Readonly<Record<'substantiated' | 'not', readonly string[]>> = {
  substantiated: [
    '[hurt] {name} seen three times, once alone. {His} account did not change. The medical found bruises of two ages that are not explained. {mother} now accepts that {name} was hurt. {other} denies it and left the home on Tuesday.',
    '[neglect|drink] Home visited twice, once unannounced. No food on the first, enough on the second. The surgery, {school} and housing each hold part of eighteen months of worry. {mother} was honest about how bad it got.',
    '[violence|exploited] Joint interview held with the officer; {name} said little and drew a good deal. No prosecution is likely. The harm to {name} is plain all the same.',
    '[mind|carer|disability] {name} seen twice and {mother} three times. What every agency described is what we found: love, exhaustion, and a child who goes without while nobody means it.',
  ],
  not: [
    'Both parents seen, apart and together. The explanation fits what was found, and the paediatrician agrees. {name} is well, and cross that {he} missed {his} party.',
  ],
}

export const enquiryReasons: Readonly<Record<'conference' | 'kept' | 'none', readonly string[]>> = {
  conference: [
    'Substantiated, and likely to go on: nothing that led to it has yet changed. A conference is needed so that the family and the agencies can decide together.',
    '{name} is likely to suffer significant harm without a plan that everyone keeps to. {mother} understands why, and will come.',
  ],
  kept: [
    'Substantiated, and not likely to go on: {mother} has made the change that was asked of her before we asked it. A child in need plan, with a check in four weeks.',
    '[hurt|violence] Substantiated, but the person who hurt {name} is out of the home, on bail with conditions, and {mother} has acted to keep {him} safe. A child in need plan, with a check in four weeks.',
  ],
  none: [
    'Not substantiated. {name} was seen and heard, the explanation fits, and the parents have taken the advice without resentment.',
  ],
}

export const saidAfterEnquiry: Readonly<Record<'conference' | 'none', readonly string[]>> = {
  conference: [
    '[talks] Talked over with {name} and {mother} at the kitchen table. {mother} asked what a conference is; I left the leaflet, and the name of an advocate for {name}.',
    'Talked over with {mother}, who asked what a conference is and who will be there. I drew the table for her, with a chair for everyone.',
    'The agencies were told by secure mail the same day, with the reasons. {mother} was told in person.',
  ],
  none: [
    'Talked over with {mother}, with what we thought, what we found, and what we got wrong. She asked for it in writing and has it.',
    '[talks] Told {name} first, at {school}, that it is finished and what was decided. Then {mother}. The agencies have the reasons by secure mail.',
  ],
}

export const invited: readonly string[] = [
  '{mother} and {other} are both invited and will be met beforehand. {mother} brings a friend. The reports are to be read with her at home.',
  'A time that fits {mother}’s shifts. The grandparents have been told of it by {mother} herself.',
  '[school] An advocate is to meet {name} beforehand and bring {his} views. {mother} asks for her sister to come. A room without stairs.',
  '[violence|hurt] {other} is heard in a part of his own, since {mother} does not feel safe with him in the room.',
  '[second-language] Interpreter booked for the whole meeting and for the reading of the report two days before.',
]

export const chairMet: readonly string[] = [
  'Met {mother} for half an hour. Went through who will be there and what each may say. She wants it noted that she has asked for help since the spring.',
  '[school] Met {name} with the advocate. {He} wants the chair to read out {his} letter and not to look at {him} while doing so.',
]

export const conferenceReasons: Readonly<Record<Theme, readonly string[]>> = {
  neglect: [
    'All agencies are of the view that {name} has suffered significant harm through neglect and is likely to go on doing so. Earlier help eased things for weeks at a time. {mother} agreed with the decision: “If it gets us the help, write it down.”',
    'Significant harm through neglect, over eighteen months, seen by five agencies. The strengths are real, and the plan is built on them.',
  ],
  violence: [
    'Emotional harm through living with violence, which has grown worse. {mother} has taken steps that took courage. The plan asks of {other} what it must, and not of her.',
  ],
  mind: [
    'Likely emotional harm. {mother} is a loving parent when she is well. What happens to {name} in the weeks when she is not has been left to chance, and chance has twice not been kind.',
    '[talks] Likely emotional harm, because what happens when {mother} is unwell is not yet agreed with anyone, least of all with {name}.',
  ],
  drink: [
    'Neglect tied to {mother}’s drinking. She has begun treatment; it is too early to rely on it. {name} needs the plan to be {his} and not only hers.',
  ],
  exploited: [
    'Likely significant harm outside the home by adults who exploit {name}. {mother} is a partner in this plan and not its subject.',
  ],
  disability: [
    'Significant harm through unmet care needs. All hold that the family was let down before it faltered, and the plan says who will do what about that.',
  ],
  hurt: [
    'Physical harm is substantiated. {other} is out of the home, and {mother} has so far kept to the agreement. The conference wants to see it hold.',
  ],
  carer: [
    'Neglect in the sense of the guidance: {name}’s own needs have gone unmet for two years while {he} met everyone else’s.',
  ],
}

export const outlines: readonly string[] = [
  '[neglect|drink|mind|carer|disability][school] 1. {name} is fed, clean and at {school} by nine on every school day: within two weeks. 2. A bed and heating: this month. 3. {mother} sees the surgery by the 15th, with {worker} if she wishes. 4. {name} seen every ten working days, every second time alone.',
  '[neglect|drink|mind|carer|disability][little] 1. {name} gains weight along the line: weighed every two weeks. 2. A safe place to sleep, and heating: this week. 3. {mother} sees the surgery by the 15th, with {worker} if she wishes. 4. Somebody other than {mother} who can take {name} for a night, named by name. 5. {name} seen every ten working days.',
  '[violence|hurt] 1. {other} does not live at or visit the home; contact is at the centre and watched. 2. {mother} works with the domestic abuse adviser. 3. The children’s worker spends six sessions with {name}, or with {mother} and {name} together. 4. One alarm word that the family and the school or nursery know.',
  '[exploited] 1. One plan for missing nights, kept by all. 2. The phone and debt: police and the youth project. 3. {name} returns to lessons part time from Monday. 4. A worker whom {name} chooses.',
]

export const dissents: readonly string[] = [
  '[neglect|drink|hurt] The named nurse held that emotional harm should be a second category. Noted; the others did not think that it was made out today.',
  '[neglect][police] Police did not agree that neglect is the main category and would have chosen physical harm. Their reasons are kept with the minutes.',
  '',
  '',
  '',
]

export const planOutcomes: readonly string[] = [
  '[little] {name} grows along {his} line, sleeps safely and is comforted by the person {he} turns to, which the health visitor and {worker} both see. No unexplained mark. Nothing missed at the clinic.',
  '[school][neglect|drink|mind|carer|disability|violence|hurt] {name} feels safe at home, which we shall know because {he} says so, sleeps in {his} own bed and no longer watches the door. Attendance 95 per cent. No unexplained injury.',
  '[exploited] {name} is where {he} should be at night. Fewer missing episodes each month, none after the second review. {He} has two adults {he} would ring first.',
]
export const visiting: readonly string[] = [
  'Every ten working days by the lead social worker, every second time alone, once a month without notice. The health visitor in between.',
  '[school] Weekly for the first month, then every ten working days. {school} sees {name} each day and rings if {he} is not in by half past nine.',
]
export const contingencies: readonly string[] = [
  '[neglect|mind|exploited|disability|carer] If the plan is not kept for two weeks together, or {name} is hurt: legal advice the same week and an earlier review. {mother} has been told this in plain words.',
  '[violence|hurt] If {other} returns, or the plan is not kept for two weeks together: legal advice the same week and an earlier review. {mother} has been told this in plain words.',
  '[drink] If {mother} drinks while alone with {name}, her sister takes {name} home; she has agreed. A second time, and the chair is told.',
]
export const understood: readonly string[] = [
  '[school] {name} can say the plan in three sentences: “Mum sees the doctor. You come on Tuesdays. If it goes wrong I ring you.”',
  '[school] {name} has a copy with pictures and has crossed out one line that {he} did not like. We talked about it.',
  '[little] {name} is too little. {mother} explained it back to me correctly, including what happens if it does not work.',
]

export const coreProgress: readonly string[] = [
  'Meals, sleep and appointments are better. {other} has come once in three times; the group asks for a day that suits him. What has not moved is {mother}’s tiredness, and everyone sees it.',
  'A thin meeting: two agencies sent a note. {mother} did what was asked of her. The group asks the managers of the two that did not.',
  '[neglect] The beds came. {mother} put them up with her brother. Still no heating upstairs: housing has given a day. {name} has gained weight.',
  '[exploited] One missing night in five weeks, where there were three. {name} rang {mother} at midnight to be fetched, which is new. The phone is still a worry.',
  '[violence] The order was made and {other} has kept to it so far. {mother} sleeps in her own bed again. {name} still looks at the door when it goes.',
  '[mind] {mother} has seen the same nurse four times running. The plan for a bad day is on the fridge, and everyone has a copy.',
  '[drink][school] Good on meals and mornings. The drug and alcohol team confirms two kept appointments of three. {school} sees a livelier child. Still no bed: the grant is late, and {worker} is chasing it.',
  'Progress on paper and little that {name} would notice. The group said so openly. Actions cut from nine to four, each with a day.',
  '[school] {mother} came, spoke first, and said what has been hard. {other} sent apologies. Attendance 89 per cent. Weight on its line.',
  '[violence|hurt] Two visits by {other} that were not agreed. {mother} told us herself. The adviser is seeing her twice this week, and the group does not think that {name} was there.',
  '[little] The health visitor, who could not come, writes: growth good, immunisations caught up, {mother} warm with {name} each time. {school} agrees.',
  '[school] Steady. {name}’s ladder went from four to six. {mother} says that it would be a five if you asked her, and laughed.',
]
export const coreActions: readonly string[] = [
  '{worker}: an unannounced visit within ten days, and a call with {other}. {mother}: two appointments, both written on her calendar. Surgery: answers on the referral by the 20th.',
  '{mother} keeps the diary that helped. {worker} asks housing for a day in writing. Everyone sends their note two days before the next meeting.',
  'The actions stand. One is handed over: {worker} takes the form that the surgery had promised. The plan is sent again to the two who were not there.',
  '[school] {worker}: the grant by Friday. {school}: a quiet start each Monday. {mother}: the appointment on the 12th; {worker} drives her.',
  '[little] Health visitor weighs in two weeks. Housing inspects the boiler on Thursday. {worker} meets {other} at the office.',
  '[school] No change in the plan. The next meeting is at {school}, so that {name} can come in for the first part.',
  '[violence|hurt] Unannounced visit within the week. Police check on the bail conditions. The adviser and {worker} talk every Monday.',
]

export const reviewProgress: readonly string[] = [
  'Two outcomes of four are met, one partly, one not begun. {mother} has done what was asked of her; two agencies have not, and said so.',
  '[school] Every outcome has moved. {name}’s own account is the clearest evidence: “It’s quiet now. I do my homework in the kitchen.”',
  'Six months, and it holds: health, sleep, and no new worry from anyone. {mother} read her own summary to the conference.',
  'Mixed. The home is warm and there is food. {name} still startles easily, and the sessions promised have not started.',
]
export const reviewReasons: Readonly<Record<string, readonly string[]>> = {
  continues: [
    'The harm is less and still likely without the plan. Everyone, {mother} included, wants three more months of it.',
    'Too soon to be sure. What changed has held for five weeks, and before it was always six.',
    'Unanimous: the plan goes on, with the sessions for {name} brought to the top.',
  ],
  'ends-with-child-in-need-plan': [
    'Significant harm is no longer likely. The family wants help to go on for a while under a child in need plan, and so do we.',
    'The conference is satisfied that {name} is safe, and that {mother} would ask before it came to this again. Step down.',
  ],
  ends: [
    'Significant harm is no longer likely. The family’s own network goes on as before; nobody thought that a further plan was needed.',
  ],
}

export const supportWanted: readonly string[] = [
  '{mother} wants the stay-and-play group, and somebody to ring on a bad day. She asked for the number to be in big letters.',
  '[talks] {mother} wants to keep the Tuesday group and to have {worker}’s number. {name} wants “nothing, thank you, but can I still write to you?”',
  '[school] The family wants the family hub and no more visits. {name} would like swimming to go on.',
]

/** A report of an agency to a conference: what was kept back, mostly nothing. */
export const withheld: readonly string[] = [
  '',
  '',
  '[violence] One paragraph about {other} is for the chair only, since it would tell where {mother}’s sister lives. Agreed with the chair.',
]

/** What whoever referred the child hears after a discussion. */
export const toldReferrer =
  'That those who know the child have talked, what they decided, and whom to ring with anything new.'
