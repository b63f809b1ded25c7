/** Chapter 3: multi-agency safeguarding arrangements. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const chapter3: Chapter = {
  // 3.1
  'The safeguarding partners': [
    ['WT18-3.1-01', 'must', true, 'Partners set up arrangements to work with chosen agencies for local children'],
    ['WT18-3.1-02', 'must', true, 'The arrangements find and answer local children’s needs'],
    ['WT18-3.1-03', 'should', true, 'Agree joined-up services, shared leadership and how lessons are used'],
    ['WT18-3.1-04', 'should', true, 'The three answer equally and jointly'],
    ['WT18-3.1-05', 'must', true, 'State in public how partners and agencies work together'],
    ['WT18-3.1-06', 'should', true, 'Council, health and police are led here by their chief officers'],
    ['WT18-3.1-07', 'should', false, 'A lead may delegate to a named senior officer and still answers'],
    ['WT18-3.1-08', 'should', false, 'Representatives can commit and challenge their own agency'],
    ['WT18-3.1-09', 'should', false, 'Where one leader is needed, the three choose'],
    ['WT18-3.1-10', 'should', false, 'What a good local system looks like'],
    ['WT18-3.1-11', 'should', false, 'Link with the other local boards'],
  ],
  // 3.2
  'Area, combining and delegating': [
    ['WT18-3.2-01', 'should', true, 'Footprints follow council areas'],
    ['WT18-3.2-02', 'must', true, 'No authority, commissioning group or force is left uncovered'],
    ['WT18-3.2-03', 'should', false, 'Areas may join and let one body act for all'],
    ['WT18-3.2-04', 'should', false, 'Combining leaves each body’s own duties in place'],
    ['WT18-3.2-05', 'should', false, 'Report a change of footprint and update what is published'],
  ],
  // 3.3
  'Relevant agencies': [
    ['WT18-3.3-01', 'must', true, 'A relevant agency is one on the schedule that works with local children'],
    ['WT18-3.3-02', 'note', true, 'The schedule’s education and childcare entries'],
    ['WT18-3.3-03', 'note', false, 'The schedule’s other groups: health, justice, borders, charities, faith, sport'],
    ['WT18-3.3-04', 'note', true, 'The schedule has some 38 kinds of body'],
    ['WT18-3.3-05', 'should', true, 'Say which agencies are chosen, why, and how work is done'],
    ['WT18-3.3-06', 'must', true, 'A named agency acts in line with the arrangements'],
    ['WT18-3.3-07', 'should', false, 'See that agencies know their part and have sound policies'],
    ['WT18-3.3-08', 'should', false, 'Unlisted bodies may join, without the legal duty'],
    ['WT18-3.3-09', 'note', true, 'The schedule changed in November 2023'],
  ],
  // 3.4
  'Schools in the arrangements': [
    ['WT18-3.4-01', 'should', true, 'Say how every school gets a voice'],
    ['WT18-3.4-02', 'should', false, 'Name and involve education of every kind'],
    ['WT18-3.4-03', 'must', false, 'A named school or college must co-operate'],
  ],
  // 3.5
  'Published arrangements': [
    ['WT18-3.5-01', 'must', true, 'Publish before starting, and keep it public'],
    ['WT18-3.5-02', 'should', false, 'Publish changes, and mention them in the yearly report'],
  ],
  // 3.6
  'Independent scrutiny': [
    ['WT18-3.6-01', 'should', true, 'Give an outside view of how well children are protected'],
    ['WT18-3.6-02', 'should', true, 'Scrutiny sits beside the inspectorates’ work'],
    ['WT18-3.6-03', 'should', true, 'Local choice of scrutineer, who is objective and a critical friend'],
    ['WT18-3.6-04', 'should', true, 'Look at results for families, practitioners and leadership'],
    ['WT18-3.6-05', 'should', true, 'Publish the scrutiny plan and how advice is followed up'],
  ],
  // 3.7
  'Funding': [
    ['WT18-3.7-01', 'should', true, 'Agree fair, open and sufficient money from each partner'],
    ['WT18-3.7-02', 'may', false, 'Partners and agencies may pool funds or lend staff and premises'],
  ],
  // 3.8
  'Disputes and enforcement': [
    ['WT18-3.8-01', 'must', true, 'Partners and named agencies keep to the arrangements'],
    ['WT18-3.8-02', 'should', false, 'Settle locally; inspection and the Secretary of State come last'],
  ],
  // 3.9
  'Yearly report': [
    ['WT18-3.9-01', 'must', true, 'Report every twelve months on what was done and how it worked'],
    ['WT18-3.9-02', 'should', true, 'Show the difference made for children and families'],
    ['WT18-3.9-03', 'should', true, 'Explain priorities with little movement'],
    ['WT18-3.9-04', 'should', true, 'List what was done about review recommendations'],
    ['WT18-3.9-05', 'should', true, 'Say how families’ views were gathered and used'],
    ['WT18-3.9-06', 'should', false, 'Give updates to the arrangements, with dates'],
    ['WT18-3.9-07', 'should', false, 'Review restraint where there is a secure centre'],
    ['WT18-3.9-08', 'should', false, 'Make it easy to find, and send copies within seven days'],
    ['WT18-3.9-09', 'should', true, 'Ask outright for proof of impact, since most reports lacked it'],
  ],
  // 3.10
  'Information requests': [
    ['WT18-3.10-01', 'may', false, 'A partner may require named information from anyone'],
    ['WT18-3.10-02', 'must', false, 'The person asked complies, or may be taken to court'],
    ['WT18-3.10-03', 'note', true, 'Child death review partners hold a like power'],
    ['WT18-3.10-04', 'note', false, 'So does the Panel'],
  ],
  // 3.11
  'Training': [
    ['WT18-3.11-01', 'should', true, 'Partners watch training and the rest, as boards once did'],
    ['WT18-3.11-02', 'should', true, 'Say how joint training is bought, given and judged'],
    ['WT18-3.11-03', 'should', false, 'Train together for local need; employers train their own'],
  ],
  // 3.12
  'Monitoring': [
    ['WT18-3.12-01', 'should', true, 'Judge by data, joint audits and section 11 returns'],
    ['WT18-3.12-02', 'should', false, 'Check progress on lessons from reviews'],
  ],
  // 3.13
  'Change from the old boards': [
    ['WT18-3.13-01', 'note', true, 'Hold the old or new regime on each review, since areas moved at different times'],
  ],
}
