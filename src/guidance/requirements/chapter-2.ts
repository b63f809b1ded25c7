/** Chapter 2: what each organisation answers for. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const chapter2: Chapter = {
  // 2.1
  'The section 11 standard': [
    ['WT18-2.1-01', 'must', true, 'Named bodies arrange all their work with the welfare of children in mind'],
    ['WT18-2.1-02', 'should', true, 'Accountability runs in a clear line'],
    ['WT18-2.1-03', 'should', true, 'A board member leads on safeguarding'],
    ['WT18-2.1-04', 'should', true, 'Children are listened to and acted on'],
    ['WT18-2.1-05', 'should', true, 'Whistleblowing is safe and in training'],
    ['WT18-2.1-06', 'should', true, 'Staff know how to escalate a concern left unanswered'],
    ['WT18-2.1-07', 'should', true, 'Sharing arrangements are written down'],
    ['WT18-2.1-08', 'should', true, 'A designated practitioner has the role, time and support'],
    ['WT18-2.1-09', 'should', true, 'Recruit safely, and know when to check criminal records'],
    ['WT18-2.1-10', 'should', true, 'Supervise, support and train staff'],
    ['WT18-2.1-11', 'should', true, 'Keep a culture of safety and equality'],
    ['WT18-2.1-12', 'should', false, 'Induct new staff, keep everyone competent and review practice'],
    ['WT18-2.1-13', 'note', true, 'The section 11 list stayed as in 2015; the chapter grew'],
  ],
  // 2.2
  'Which duty binds whom': [
    ['WT18-2.2-01', 'note', true, 'One overview says homes, MAPPA and sport joined section 11'],
    ['WT18-2.2-02', 'note', false, 'By the Act itself they are outside section 11; this chapter is their basis'],
    ['WT18-2.2-03', 'note', true, 'Subjects and bodies new to chapter 2 in 2018'],
  ],
  // 2.3
  'Allegations against people in positions of trust': [
    ['WT18-2.3-01', 'should', true, 'Have a written policy on allegations against staff and volunteers'],
    ['WT18-2.3-02', 'should', false, 'Keep apart an allegation, a worry about practice and a complaint'],
    ['WT18-2.3-03', 'should', true, 'The three allegation criteria of July 2018'],
    ['WT18-2.3-04', 'should', true, 'The fourth criterion, on suitability, from December 2020'],
    ['WT18-2.3-05', 'should', true, 'Each authority has a qualified designated officer or team'],
    ['WT18-2.3-06', 'should', false, 'Pass allegations on without delay and protect the child alongside'],
    ['WT18-2.3-07', 'should', true, 'Tell the designated officer in one working day'],
    ['WT18-2.3-08', 'should', false, 'Tell a senior manager in the organisation straight away'],
    ['WT18-2.3-09', 'should', false, 'The authority advises employers and watches cases to their end'],
    ['WT18-2.3-10', 'should', false, 'Employers set out their steps, times and support for the accused'],
    ['WT18-2.3-11', 'must', true, 'Refer to the Disclosure and Barring Service anyone removed as a risk'],
    ['WT18-2.3-12', 'note', true, 'A law of 2022 widens who holds a position of trust'],
  ],
  // 2.4
  'Schools, colleges and other education': [
    ['WT18-2.4-01', 'must', true, 'Schools and colleges hold their own safeguarding duties under the 2002 Act'],
    ['WT18-2.4-02', 'must', true, 'All of the guidance binds all schools'],
    ['WT18-2.4-03', 'must', false, 'Schools follow Keeping children safe in education as well'],
    ['WT18-2.4-04', 'should', false, 'A senior designated lead, a part in plans, safe hiring and whistleblowing'],
    ['WT18-2.4-05', 'should', false, 'School policies match the partners’ procedures'],
  ],
  // 2.5
  'Early years and childcare': [
    ['WT18-2.5-01', 'must', false, 'Registered providers meet the early years welfare requirements'],
    ['WT18-2.5-02', 'should', false, 'A trained lead for safeguarding, and staff who know how to respond'],
  ],
  // 2.6
  'Health services and designated professionals': [
    ['WT18-2.6-01', 'must', true, 'NHS, independent providers and GPs come under section 11'],
    ['WT18-2.6-02', 'must', true, 'The clinical commissioning group sees that designated professionals are in post'],
    ['WT18-2.6-03', 'should', false, 'Commissioners lead on safeguarding and check it through contracts'],
    ['WT18-2.6-04', 'should', false, 'Employ designated doctors and nurses, shared between areas if need be'],
    ['WT18-2.6-05', 'should', false, 'Designated professionals are senior, advise all and join in fully'],
    ['WT18-2.6-06', 'should', false, 'Providers have named doctors, nurses and midwives'],
    ['WT18-2.6-07', 'should', false, 'A named GP supports practices, each with a lead and deputy'],
    ['WT18-2.6-08', 'should', false, 'Public health and other health services each have a part'],
  ],
  // 2.7
  'Police': [
    ['WT18-2.7-01', 'must', true, 'The chief officer is a partner and bound by section 11'],
    ['WT18-2.7-02', 'may', true, 'Constables may take a child into police protection'],
    ['WT18-2.7-03', 'should', false, 'Officers spot harm, share, investigate and join in; the commissioner holds to account'],
  ],
  // 2.8
  'Adult social care and housing': [
    ['WT18-2.8-01', 'should', false, 'Adult services notice the children of those they help'],
    ['WT18-2.8-02', 'should', false, 'Housing staff notice, share and help towards a suitable home'],
  ],
  // 2.9
  'Railway police, prisons and probation': [
    ['WT18-2.9-01', 'should', false, 'Railway police protect and refer children on the network'],
    ['WT18-2.9-02', 'should', false, 'Prisons share risk, keep contacts and control visits and letters'],
    ['WT18-2.9-03', 'should', false, 'Probation finds who is a risk, shares, and helps parents'],
  ],
  // 2.10
  'Children’s homes': [
    ['WT18-2.10-01', 'should', true, 'Homes came into chapter 2 in 2018'],
    ['WT18-2.10-02', 'must', false, 'Homes meet the quality standards and manage each child’s risks'],
    ['WT18-2.10-03', 'must', false, 'Homes keep policies on harm, referral and going missing'],
    ['WT18-2.10-04', 'should', false, 'Homes work with partners and the placing authority'],
  ],
  // 2.11
  'Secure estate for children': [
    ['WT18-2.11-01', 'should', false, 'Each centre has a policy, a manager for it and a yearly review'],
    ['WT18-2.11-02', 'should', false, 'Centres work with partners, youth offending team and placing body'],
  ],
  // 2.12
  'Youth offending teams': [
    ['WT18-2.12-01', 'should', false, 'The team has a lead, joins in plans and watches children in custody'],
  ],
  // 2.13
  'Immigration and border bodies': [
    ['WT18-2.13-01', 'must', true, 'Immigration work has regard to children’s welfare'],
    ['WT18-2.13-02', 'should', false, 'Staff refer children at risk to the council'],
  ],
  // 2.14
  'Cafcass': [
    ['WT18-2.14-01', 'must', false, 'Cafcass looks after the welfare of children in family proceedings'],
    ['WT18-2.14-02', 'must', false, 'A suspected risk in private law is assessed for the court'],
    ['WT18-2.14-03', 'should', false, 'Concerns go to the local authority'],
  ],
  // 2.15
  'Armed services': [
    ['WT18-2.15-01', 'must', false, 'The council holds the duty for service children living with it'],
    ['WT18-2.15-02', 'should', false, 'Tell forces welfare when a child with a plan is going overseas'],
    ['WT18-2.15-03', 'should', false, 'Liaise with United States bases and explain English law'],
  ],
  // 2.16
  'MAPPA': [
    ['WT18-2.16-01', 'should', true, 'MAPPA came into chapter 2 in 2018'],
    ['WT18-2.16-02', 'should', false, 'MAPPA bodies share risk to children and work with partners'],
  ],
  // 2.17
  'Voluntary, faith and private bodies': [
    ['WT18-2.17-01', 'should', true, 'The same arrangements as public bodies, at any size'],
    ['WT18-2.17-02', 'should', true, 'Staff and volunteers know how to respond and refer'],
    ['WT18-2.17-03', 'must', false, 'Trustees protect people and report serious incidents to the regulator'],
  ],
  // 2.18
  'Sports clubs and associations': [
    ['WT18-2.18-01', 'should', true, 'Clubs have the chapter’s arrangements and work with partners'],
    ['WT18-2.18-02', 'should', true, 'Funded governing bodies aim for the sport standards'],
    ['WT18-2.18-03', 'should', true, 'Paid and unpaid staff can respond and refer'],
  ],
}
