/** Chapter 4: learning from serious incidents. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const chapter4: Chapter = {
  // 4.1
  'Serious incident notification': [
    ['WT18-4.1-01', 'must', true, 'Notify the Panel of each incident that passes the legal test'],
    ['WT18-4.1-02', 'should', true, 'Notify within five working days of knowing'],
    ['WT18-4.1-03', 'should', true, 'Tell the area’s partners, and others concerned, in the same time'],
    ['WT18-4.1-04', 'must', true, 'A looked-after child’s death goes to the Secretary of State and Ofsted, whatever the cause'],
    ['WT18-4.1-05', 'should', true, 'Use the national online form, which reaches Ofsted and the Department'],
    ['WT18-4.1-06', 'should', true, 'Send one notification for one incident, however many children'],
    ['WT18-4.1-07', 'should', true, 'Other agencies tell partners of incidents that may need review'],
    ['WT18-4.1-08', 'should', true, 'Include suspected suicide if there is known or suspected abuse or neglect'],
    ['WT18-4.1-09', 'note', true, 'The place of the incident decides who notifies, with the home authority’s help'],
  ],
  // 4.2
  'Rapid review': [
    ['WT18-4.2-01', 'should', true, 'Gather facts, act at once where needed, and choose the next step'],
    ['WT18-4.2-02', 'should', true, 'Finish in 15 working days: the Panel’s figure, where the guidance is only prompt'],
    ['WT18-4.2-03', 'should', true, 'Send it to the Panel when done, with views on local and national review'],
    ['WT18-4.2-04', 'should', false, 'Tell the Panel if later news points to a national review'],
    ['WT18-4.2-05', 'note', true, 'How two areas timetable the 15 days'],
    ['WT18-4.2-06', 'note', false, 'What the Panel asks a rapid review to contain'],
  ],
  // 4.3
  'Deciding on a local review': [
    ['WT18-4.3-01', 'must', true, 'Have a way to find cases that matter locally and to review them'],
    ['WT18-4.3-02', 'must', false, 'Weigh every known serious incident against the criteria'],
    ['WT18-4.3-03', 'must', true, 'The four criteria partners must take into account'],
    ['WT18-4.3-04', 'should', false, 'The further circumstances partners have regard to'],
    ['WT18-4.3-05', 'should', false, 'Criteria alone do not decide; likely learning does'],
    ['WT18-4.3-06', 'may', false, 'Partners may review a case short of the definition'],
    ['WT18-4.3-07', 'should', false, 'Make the decision and reasons plain, to the family as well'],
  ],
  // 4.4
  'Appointing and supervising a reviewer': [
    ['WT18-4.4-01', 'should', true, 'Partners appoint and oversee the reviewer'],
    ['WT18-4.4-02', 'should', false, 'What to look for in a reviewer'],
    ['WT18-4.4-03', 'must', true, 'Check time and quality regularly; ask for drafts in writing'],
    ['WT18-4.4-04', 'must', false, 'Partners may remove a reviewer, then weigh a replacement'],
    ['WT18-4.4-05', 'should', false, 'Follow the judges’ guidance where court cases run alongside'],
  ],
  // 4.5
  'Carrying out a local review': [
    ['WT18-4.5-01', 'should', false, 'Agree a proportionate method that looks at the whole system'],
    ['WT18-4.5-02', 'should', false, 'Keep the child’s and family’s view in sight'],
    ['WT18-4.5-03', 'should', false, 'Involve practitioners fully and without blame'],
    ['WT18-4.5-04', 'should', false, 'Invite the family, and explain how their words will be used'],
    ['WT18-4.5-05', 'should', false, 'Act on points as they arise'],
  ],
  // 4.6
  'Local review report': [
    ['WT18-4.6-01', 'must', false, 'Give improvements and the deeper causes'],
    ['WT18-4.6-02', 'should', false, 'Say who will do what, by when and to what end'],
    ['WT18-4.6-03', 'must', false, 'Publish, or at least publish what should improve; name the reviewer'],
    ['WT18-4.6-04', 'should', true, 'Finish and publish in six months'],
    ['WT18-4.6-05', 'must', false, 'Send it to Panel and Secretary of State seven working days ahead, Ofsted too'],
    ['WT18-4.6-06', 'must', false, 'Keep it public for a year or more'],
    ['WT18-4.6-07', 'should', false, 'Prepare those affected, and write so that nobody is harmed'],
    ['WT18-4.6-08', 'should', false, 'Explain lateness or silence to Panel and Secretary of State'],
  ],
  // 4.7
  'Acting on findings': [
    ['WT18-4.7-01', 'should', false, 'Turn findings into local change, and check that it lasts'],
  ],
  // 4.8
  'The national Panel': [
    ['WT18-4.8-01', 'must', true, 'The Secretary of State appoints, staffs and pays the Panel'],
    ['WT18-4.8-02', 'must', true, 'The Panel picks complex or nationally weighty cases to review'],
    ['WT18-4.8-03', 'must', true, 'The Panel answers for each report’s arrival, progress and quality'],
    ['WT18-4.8-04', 'must', true, 'The three criteria for a national review'],
    ['WT18-4.8-05', 'should', false, 'Further circumstances the Panel has regard to'],
    ['WT18-4.8-06', 'should', false, 'Read notifications and reviews beside inspection and research'],
    ['WT18-4.8-07', 'should', true, 'Oversee the whole review system, in talk with partners'],
    ['WT18-4.8-08', 'should', false, 'Agree scope and method with partners for a national review'],
    ['WT18-4.8-09', 'should', false, 'Tell partners promptly what was decided, then Secretary of State and family'],
  ],
  // 4.9
  'National review and its report': [
    ['WT18-4.9-01', 'must', true, 'Keep a public pool of reviewers'],
    ['WT18-4.9-02', 'must', true, 'Choose from the pool, or outside it if none fits'],
    ['WT18-4.9-03', 'must', true, 'The Secretary of State confirms the reviewer'],
    ['WT18-4.9-04', 'must', true, 'How reviewers leave the pool or a review'],
    ['WT18-4.9-05', 'should', false, 'Check conflicts of interest; otherwise as for local reviews'],
    ['WT18-4.9-06', 'must', false, 'The report gives improvements and underlying causes'],
    ['WT18-4.9-07', 'must', true, 'Publish, or publish what should improve'],
    ['WT18-4.9-08', 'must', false, 'Give the Secretary of State seven working days before publishing'],
    ['WT18-4.9-09', 'should', false, 'Send the published report to partners and inspectorates'],
    ['WT18-4.9-10', 'must', false, 'Keep it public for three years or more'],
    ['WT18-4.9-11', 'should', false, 'Plan publication with partners, and pass points on early'],
  ],
  // 4.11
  'Other processes alongside': [
    ['WT18-4.11-01', 'should', false, 'Fit together with criminal, coroner’s and other reviews'],
    ['WT18-4.11-02', 'must', true, 'A death is reviewed under chapter 5 as well'],
    ['WT18-4.11-03', 'should', false, 'Share between processes so that families are asked once'],
  ],
  // 4.12
  'Serious case reviews begun before the change': [
    ['WT18-4.12-01', 'should', false, 'Boards finish reviews in hand within their year of grace'],
    ['WT18-4.12-02', 'note', true, 'The earlier reviews had another test and another national panel'],
  ],
}
