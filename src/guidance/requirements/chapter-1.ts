/** Chapter 1: assessing need and giving help. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const chapter1: Chapter = {
  // 1.1
  'Noticing who needs early help': [
    ['WT18-1.1-01', 'should', true, 'Find emerging problems and build early help on a picture of local need'],
    ['WT18-1.1-02', 'should', true, 'Be alert to the listed circumstances in which early help may be needed'],
    ['WT18-1.1-03', 'note', false, 'Early signs of abuse or neglect: offered as an indicator, not cited to this edition'],
    ['WT18-1.1-04', 'should', true, 'From December 2020, watch for a child whose parent or carer is in custody'],
    ['WT18-1.1-05', 'should', true, 'From December 2020, school staff treat poor mental health as a possible sign of harm'],
    ['WT18-1.1-06', 'should', false, 'Staff in universal and adult services are trained to see need, share and help early'],
  ],
  // 1.2
  'Early help assessment': [
    ['WT18-1.2-01', 'should', true, 'Base the early help assessment on evidence and end it with clear actions'],
    ['WT18-1.2-02', 'should', false, 'Assess by agreement with child and parents, with everyone who works with them'],
    ['WT18-1.2-03', 'should', false, 'If agreement is refused, the lead practitioner judges whether need will grow and a referral is due'],
    ['WT18-1.2-04', 'should', false, 'A practitioner can talk a worry over with a social worker, by a route the council sets'],
    ['WT18-1.2-05', 'should', false, 'Refer at once if need or significant harm appears, with or without an early help assessment'],
    ['WT18-1.2-06', 'note', true, 'The threshold document carries the early help process and the levels of service'],
  ],
  // 1.3
  'Early help services and plan': [
    ['WT18-1.3-01', 'should', true, 'Agencies agree a targeted range of early help, matched to local need'],
    ['WT18-1.3-02', 'should', false, 'Offer the kinds of early help service named as examples, and check what they achieve'],
    ['WT18-1.3-03', 'should', false, 'Early help is one way the council promotes co-operation for children’s well-being'],
  ],
  // 1.4
  'Threshold document': [
    ['WT18-1.4-01', 'should', true, 'Publish local criteria for action that people can find and follow'],
    ['WT18-1.4-02', 'should', true, 'The threshold document covers early help: how it is assessed and what is on offer'],
    ['WT18-1.4-03', 'should', true, 'The threshold document gives levels of need for sections 17, 20, 31 and 47'],
    ['WT18-1.4-04', 'should', true, 'The threshold document has procedures for abuse, exploitation, custody and disability'],
    ['WT18-1.4-05', 'should', false, 'Published arrangements say where the threshold document fits'],
  ],
  // 1.5
  'Referral to children’s social care': [
    ['WT18-1.5-01', 'should', false, 'Make it plain to the public how to refer, at any hour'],
    ['WT18-1.5-02', 'should', false, 'Anyone worried about a child refers, and at once for significant harm'],
    ['WT18-1.5-03', 'should', true, 'The referrer passes on all they know about the child, parents, setting and history'],
    ['WT18-1.5-04', 'should', true, 'A social worker acknowledges the referral and decides the response in one working day'],
    ['WT18-1.5-05', 'should', true, 'Tell child and family what will be done, unless that brings danger or harms a police case'],
    ['WT18-1.5-06', 'should', false, 'Tell the referrer the decision, and why and what else could help if the threshold is not met'],
    ['WT18-1.5-07', 'should', false, 'A referrer who disagrees chases the matter, then escalates'],
    ['WT18-1.5-08', 'should', false, 'Send suspected child victims of trafficking or slavery to the National Referral Mechanism too'],
    ['WT18-1.5-09', 'should', false, 'Tell the police where a referral points to a crime'],
    ['WT18-1.5-10', 'must', false, 'Housing, health and other departments answer a section 27 request for help'],
    ['WT18-1.5-11', 'should', true, 'From December 2020, weigh a referral when a child enters a mental health unit'],
  ],
  // 1.6
  'Information sharing': [
    ['WT18-1.6-01', 'note', true, 'Privacy and human rights law shape justified sharing; they do not forbid it'],
    ['WT18-1.6-02', 'should', true, 'From December 2020, look first to lawful bases other than consent'],
    ['WT18-1.6-03', 'should', false, 'Practitioners know the lawful conditions, including safeguarding without consent'],
    ['WT18-1.6-04', 'note', true, 'The seven golden rules of the separate sharing advice'],
    ['WT18-1.6-05', 'should', false, 'Each organisation sets out how it shares, inside and with others'],
    ['WT18-1.6-06', 'should', false, 'Never take it that someone else has already told'],
    ['WT18-1.6-07', 'should', false, 'When a child moves area, pass on what is known in good time'],
    ['WT18-1.6-08', 'note', true, 'The guidance includes a page that corrects common myths about sharing'],
    ['WT18-1.6-09', 'note', false, 'What the myth-busting page says about law, consent, confidence and systems'],
  ],
  // 1.7
  'Immediate protection': [
    ['WT18-1.7-01', 'should', true, 'Whoever holds the power acts straight away to make the child safe'],
    ['WT18-1.7-02', 'should', true, 'Think of every other child who may be in the same danger'],
    ['WT18-1.7-03', 'should', true, 'Plan an emergency together first, or hold a strategy discussion soon after acting alone'],
    ['WT18-1.7-04', 'must', true, 'Removal is by emergency protection order where possible, police protection by exception'],
    ['WT18-1.7-05', 'must', true, 'The authority that finds the child acts until another takes over in writing'],
    ['WT18-1.7-06', 'should', true, 'Take legal advice before legal steps, without slowing urgent action'],
    ['WT18-1.7-07', 'should', true, 'The agency that acts sees the child'],
    ['WT18-1.7-08', 'should', true, 'Emergency steps are only the start: go on swiftly to section 47 and an assessment'],
    ['WT18-1.7-09', 'should', false, 'Tell parents and others what was agreed, and record the outcome'],
  ],
  // 1.8
  'Section 17 assessment': [
    ['WT18-1.8-01', 'should', true, 'Finish the assessment, by the local protocol, within 45 working days of referral'],
    ['WT18-1.8-02', 'should', true, 'The 45 days are an outer limit; the child’s need sets the pace'],
    ['WT18-1.8-03', 'should', false, 'If more time is needed, talk it through and record why'],
    ['WT18-1.8-04', 'should', true, 'Begin help during the assessment'],
    ['WT18-1.8-05', 'should', false, 'See the child in good time and speak with them alone where possible'],
    ['WT18-1.8-06', 'must', false, 'Ask what the child wants and feels, and give it weight, before deciding'],
    ['WT18-1.8-07', 'must', false, 'Assess in keeping with equality law and the Convention on the Rights of the Child'],
    ['WT18-1.8-08', 'should', false, 'Interview child and family apart and together, with care and without leading'],
    ['WT18-1.8-09', 'should', true, 'Look at development, parenting, and family with surroundings'],
    ['WT18-1.8-10', 'note', false, 'The dimensions inside each of the three domains'],
    ['WT18-1.8-11', 'should', false, 'The marks of a good assessment'],
    ['WT18-1.8-12', 'should', false, 'Test the analysis through supervision and revisit it as things change'],
    ['WT18-1.8-13', 'should', false, 'Decide with the family where safe, with interpreters and advocates; never use the child to interpret'],
    ['WT18-1.8-14', 'should', false, 'The plan names actions, people, purpose, dates and measurable outcomes'],
    ['WT18-1.8-15', 'should', false, 'Give agencies and family the decision in writing, and tell the referrer'],
    ['WT18-1.8-16', 'should', false, 'Police help with welfare concerns; social care tells police of a possible crime'],
    ['WT18-1.8-17', 'should', false, 'Social workers get time and reflective supervision, so that work does not drift'],
    ['WT18-1.8-18', 'should', false, 'For a child in care, the assessment is the starting point for work towards home'],
    ['WT18-1.8-19', 'should', false, 'Every practitioner contributes, agrees actions and speaks up at once when urgent'],
    ['WT18-1.8-20', 'should', true, 'Publish a local protocol for assessment'],
    ['WT18-1.8-21', 'should', false, 'What the local protocol settles: one process, one plan, review points, complaints'],
    ['WT18-1.8-22', 'should', false, 'Groups of children for whom the protocol takes particular care'],
    ['WT18-1.8-23', 'should', true, 'From December 2020, the protocol also covers mental health in-patients'],
  ],
  // 1.9
  'Assessing a disabled child and carers': [
    ['WT18-1.9-01', 'must', false, 'Consider, and arrange where needed, support under the 1970 disability Act'],
    ['WT18-1.9-02', 'must', false, 'A disabled child’s carer may ask to be assessed, and the result counts'],
    ['WT18-1.9-03', 'must', false, 'Assess a parent carer on request or where support may be needed'],
    ['WT18-1.9-04', 'note', true, 'This subject was added to chapter 1 in 2018'],
  ],
  // 1.10
  'Assessing a young carer': [
    ['WT18-1.10-01', 'must', true, 'A young carer has a right to a needs assessment'],
    ['WT18-1.10-02', 'must', false, 'Assess on appearance of need or on request, and ask if the caring is too much'],
    ['WT18-1.10-03', 'must', false, 'Take in the needs of all the family, jointly with an adult’s assessment by consent'],
  ],
  // 1.11
  'Assessing a child in the secure estate': [
    ['WT18-1.11-01', 'must', false, 'The host authority answers for the welfare of children held in its area'],
    ['WT18-1.11-02', 'should', false, 'Host, home authority, establishment and youth offending team make one support plan'],
    ['WT18-1.11-03', 'must', false, 'Visit, assess and plan for a child looked after because of remand'],
    ['WT18-1.11-04', 'note', true, 'This subject was added in 2018'],
  ],
  // 1.12
  'Risk outside the home': [
    ['WT18-1.12-01', 'should', true, 'Ask whether peers, places, gangs or the internet threaten the child'],
    ['WT18-1.12-02', 'should', false, 'Assess children said to have caused harm as well'],
    ['WT18-1.12-03', 'should', false, 'Work on the place or group, not the child and family alone'],
    ['WT18-1.12-04', 'must', false, 'Each area has a Channel panel for people vulnerable to terrorism'],
  ],
  // 1.13
  'Homelessness duty': [
    ['WT18-1.13-01', 'must', true, 'From December 2020, refer people facing homelessness to a housing authority'],
    ['WT18-1.13-02', 'should', false, 'Refer with agreement, to the authority they choose, with contact and reason'],
    ['WT18-1.13-03', 'must', false, 'Treat homelessness at 16 or 17 as a question of a child’s welfare, not housing alone'],
  ],
  // 1.14
  'Child in need plan': [
    ['WT18-1.14-01', 'must', true, 'Promote the welfare of children in need, with their families where that is right'],
    ['WT18-1.14-02', 'should', false, 'Set outcomes, services, owners and dates, and a next step if they fail'],
    ['WT18-1.14-03', 'should', false, 'Review with family and agencies, then step help up or down'],
    ['WT18-1.14-04', 'note', false, 'How often to review is a local matter'],
  ],
  // 1.15
  'Strategy discussion': [
    ['WT18-1.15-01', 'should', true, 'Meet or telephone, once or several times'],
    ['WT18-1.15-02', 'should', true, 'Send people senior enough to decide for their organisation'],
    ['WT18-1.15-03', 'should', false, 'Share what is known, plan any criminal case, and decide on section 47'],
    ['WT18-1.15-04', 'should', false, 'If section 47 applies, agree information to seek, actions, owners and legal steps'],
    ['WT18-1.15-05', 'should', false, 'Social workers convene, weigh risk, decide what the family hears, record and follow up'],
    ['WT18-1.15-06', 'should', true, 'In 2018 health practitioners gained duties here'],
    ['WT18-1.15-07', 'should', false, 'Health advises on medicals, brings health history and arranges examinations'],
    ['WT18-1.15-08', 'should', false, 'Police lead any criminal inquiry; social care leads on welfare'],
    ['WT18-1.15-09', 'should', false, 'The 45 working days from referral keep running'],
  ],
  // 1.16
  'Section 47 enquiry': [
    ['WT18-1.16-01', 'must', true, 'Make enquiries on reasonable suspicion of significant harm, or emergency protection'],
    ['WT18-1.16-02', 'must', true, 'A council social worker leads, by way of an assessment'],
    ['WT18-1.16-03', 'should', true, 'Police, health, schools and others help with the enquiries'],
    ['WT18-1.16-04', 'must', false, 'Listed bodies help when asked, unless that would be unreasonable'],
    ['WT18-1.16-05', 'must', true, 'Home or place of finding settles which authority is responsible'],
    ['WT18-1.16-06', 'should', false, 'How social workers carry out the enquiry'],
    ['WT18-1.16-07', 'should', false, 'Interview jointly by Achieving Best Evidence'],
    ['WT18-1.16-08', 'should', false, 'Police explain concerns, weigh prosecution and share evidence'],
    ['WT18-1.16-09', 'should', false, 'Health gives specialist assessment, treatment and follow-up'],
    ['WT18-1.16-10', 'should', false, 'All contribute, and ask whether to see the child without a parent knowing'],
    ['WT18-1.16-11', 'note', true, 'Section 47 has no limit of its own; it must be ready for the conference'],
  ],
  // 1.17
  'Outcome of section 47 enquiries': [
    ['WT18-1.17-01', 'should', true, 'Decide and record an outcome for each child'],
    ['WT18-1.17-02', 'should', true, 'Not substantiated: discuss, offer support, and settle any later check'],
    ['WT18-1.17-03', 'should', true, 'Substantiated with likely harm: call an initial conference'],
    ['WT18-1.17-04', 'note', true, 'Substantiated but not continuing: a local outcome, with reason and approval'],
    ['WT18-1.17-05', 'should', true, 'If no conference is called, tell the others, who may ask for one'],
    ['WT18-1.17-06', 'should', true, 'Last resort: a quick local way to settle the difference'],
    ['WT18-1.17-07', 'note', true, 'Local custom: a request backed by a senior is granted'],
    ['WT18-1.17-08', 'should', false, 'Prepare child, parents and specialists for the conference; offer advocacy'],
  ],
  // 1.18
  'Initial child protection conference': [
    ['WT18-1.18-01', 'should', true, 'Hold it within 15 working days of the strategy discussion that began section 47'],
    ['WT18-1.18-02', 'should', true, 'An experienced manager outside the case line chairs'],
    ['WT18-1.18-03', 'should', false, 'The chair answers to the director and stays for later reviews where possible'],
    ['WT18-1.18-04', 'should', false, 'The chair meets child and parents first'],
    ['WT18-1.18-05', 'should', true, 'Share the report with parents and child in advance; others write theirs too'],
    ['WT18-1.18-06', 'should', false, 'What the social worker puts before the conference'],
    ['WT18-1.18-07', 'should', false, 'Invited practitioners attend, write and help decide'],
    ['WT18-1.18-08', 'should', true, 'If a plan is needed, name lead, core group, dates and an outline plan'],
    ['WT18-1.18-09', 'should', true, 'Record the category of harm'],
    ['WT18-1.18-10', 'should', false, 'For an unborn child, think about a conference before birth'],
    ['WT18-1.18-11', 'should', false, 'Partners watch how well conferences work'],
  ],
  // 1.19
  'Child protection plan and lead social worker': [
    ['WT18-1.19-01', 'should', true, 'Give each child who has a plan a lead social worker'],
    ['WT18-1.19-02', 'should', true, 'The lead turns the outline into a full plan and works with the family'],
    ['WT18-1.19-03', 'should', true, 'The lead explains the plan to the child and sees that it is done on time'],
    ['WT18-1.19-04', 'should', true, 'Think of the embassy where a child has links abroad'],
    ['WT18-1.19-05', 'should', false, 'Circulate the full plan and fit it with any youth justice plan'],
    ['WT18-1.19-06', 'should', false, 'Record core group decisions and absent members’ views; update the plan'],
    ['WT18-1.19-07', 'should', false, 'What the plan must say: outcomes, who, when, progress, contingency'],
  ],
  // 1.20
  'Core group': [
    ['WT18-1.20-01', 'should', true, 'Meet first within 10 working days of the initial conference'],
    ['WT18-1.20-02', 'should', true, 'Fill in the outline: what changes, how far, by when'],
    ['WT18-1.20-03', 'should', false, 'Settle who finishes the in-depth assessment and how'],
    ['WT18-1.20-04', 'should', true, 'All share the work and raise a failing plan at once'],
    ['WT18-1.20-05', 'should', true, 'Meet as often as set locally, even if the social worker is away'],
  ],
  // 1.21
  'Child protection review conference': [
    ['WT18-1.21-01', 'should', true, 'First review in three months, then six at most, sooner if things change'],
    ['WT18-1.21-02', 'should', true, 'Decide as at the first conference, and say whether harm is still likely'],
    ['WT18-1.21-03', 'should', false, 'The social worker informs, shares beforehand and weighs court proceedings'],
    ['WT18-1.21-04', 'should', false, 'Others attend when asked and write their reports'],
  ],
  // 1.22
  'Ending a plan, and moves between areas': [
    ['WT18-1.22-01', 'should', true, 'The only grounds for ending a plan'],
    ['WT18-1.22-02', 'should', true, 'After a move, keep the old plan until the new area has met'],
    ['WT18-1.22-03', 'should', true, 'Plan ahead for a review at the eighteenth birthday'],
    ['WT18-1.22-04', 'should', true, 'Tell everyone who was invited to the first conference'],
    ['WT18-1.22-05', 'should', true, 'Ask what support the family still wants; services may go on'],
  ],
  // 1.23
  'Children returning home from care': [
    ['WT18-1.23-01', 'must', true, 'Planned return: assess home and services while the child is still in care'],
    ['WT18-1.23-02', 'must', true, 'Unplanned return: consider safety at once, and section 47 if needed'],
    ['WT18-1.23-03', 'should', true, 'Make a clear plan, reviewed as for any child in need'],
    ['WT18-1.23-04', 'should', true, 'See the child, hear them, watch the effect, and keep the family informed'],
    ['WT18-1.23-05', 'must', false, 'Under a care order, no return until assessed improvement is shown'],
    ['WT18-1.23-06', 'should', true, 'Consider help after a remand ends'],
  ],
  // 1.24
  'Disagreement and escalation': [
    ['WT18-1.24-01', 'should', false, 'Follow up and escalate a decision one cannot accept'],
    ['WT18-1.24-02', 'should', true, 'Partners keep a quick route for settling differences'],
    ['WT18-1.24-03', 'should', true, 'Section 11 bodies have an escalation policy for unheard concerns'],
  ],
}
