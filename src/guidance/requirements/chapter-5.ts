/** Chapter 5: child death reviews. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const chapter5: Chapter = {
  // 5.1
  'Child death review partners': [
    ['WT18-5.1-01', 'must', true, 'Review each death of a resident child, and others if chosen'],
    ['WT18-5.1-02', 'must', true, 'Analyse what the reviews bring'],
    ['WT18-5.1-03', 'must', true, 'Look for what bears on welfare or public safety, and who should act'],
    ['WT18-5.1-04', 'must', true, 'Tell whoever should act'],
    ['WT18-5.1-05', 'must', true, 'Report in public at fitting intervals'],
    ['WT18-5.1-06', 'may', true, 'Partners may ask anyone for information'],
    ['WT18-5.1-07', 'must', false, 'Whoever is asked complies, or a court may order it'],
    ['WT18-5.1-08', 'may', false, 'Partners may share costs, staff and premises'],
    ['WT18-5.1-09', 'should', false, 'Agree money, area and office, and appoint a designated doctor'],
    ['WT18-5.1-10', 'should', false, 'Who sits on the panel'],
    ['WT18-5.1-11', 'may', true, 'Areas may join for child death review'],
    ['WT18-5.1-12', 'should', true, 'Be large enough for about 60 deaths a year'],
    ['WT18-5.1-13', 'must', false, 'Cover one council area at the least'],
    ['WT18-5.1-14', 'should', false, 'For a looked-after child, the caring authority’s partners lead'],
  ],
  // 5.2
  'Published child death arrangements': [
    ['WT18-5.2-01', 'must', true, 'Publish how child deaths are reviewed'],
    ['WT18-5.2-02', 'should', false, 'Name officials, bodies, area and designated doctor'],
  ],
  // 5.3
  'Duties of coroners, registrars and others': [
    ['WT18-5.3-01', 'must', false, 'The coroner tells partners within three working days'],
    ['WT18-5.3-02', 'must', true, 'The registrar tells partners within seven days'],
    ['WT18-5.3-03', 'note', false, 'A medical examiner shares on deaths no coroner takes'],
    ['WT18-5.3-04', 'should', false, 'Everyone involved co-operates'],
    ['WT18-5.3-05', 'must', true, 'A coroner’s prevention report on a child is passed on'],
  ],
  // 5.4
  'First decisions after a death': [
    ['WT18-5.4-01', 'should', false, 'Settle family support, joint response, certificate or coroner, and care concerns'],
    ['WT18-5.4-02', 'should', false, 'Name a key worker, and tell the designated doctor'],
    ['WT18-5.4-03', 'should', true, 'Give the family the bereavement guide; look after staff'],
  ],
  // 5.5
  'Notifying a child death': [
    ['WT18-5.5-01', 'should', true, 'Whoever learns of the death notifies, or makes sure who does'],
    ['WT18-5.5-02', 'should', false, 'The others who need to know'],
    ['WT18-5.5-03', 'should', false, 'Areas of death and of home tell each other'],
  ],
  // 5.6
  'Joint agency response': [
    ['WT18-5.6-01', 'should', false, 'Make early contact, involve the family and visit the scene together'],
    ['WT18-5.6-02', 'should', false, 'In a criminal case, consult police and prosecutors first'],
    ['WT18-5.6-03', 'should', false, 'Talk again at first results and at the end'],
    ['WT18-5.6-04', 'should', false, 'If harm is suspected, protect other children and tell partners and Panel'],
  ],
  // 5.7
  'Gathering information': [
    ['WT18-5.7-01', 'should', true, 'Involved agencies fill in the reporting and extra forms'],
    ['WT18-5.7-02', 'note', true, 'Extra forms go by type of death, and versions change'],
    ['WT18-5.7-03', 'should', false, 'The place of death writes up care; other reviews feed in'],
  ],
  // 5.8
  'Child death review meeting': [
    ['WT18-5.8-01', 'should', true, 'Wait for the key people, the post-mortem and the forms'],
    ['WT18-5.8-02', 'should', false, 'Aim for three months, and before the inquest'],
    ['WT18-5.8-03', 'should', false, 'Come away with a draft analysis, learning and words for the family'],
  ],
  // 5.9
  'Child death overview panel': [
    ['WT18-5.9-01', 'should', true, 'Bring together and analyse causes, factors and learning'],
    ['WT18-5.9-02', 'should', true, 'Recommend what could prevent deaths'],
    ['WT18-5.9-03', 'should', true, 'Alert Panel and partners to suspected abuse'],
    ['WT18-5.9-04', 'should', true, 'Supply the national database'],
    ['WT18-5.9-05', 'should', true, 'Report yearly to partners'],
    ['WT18-5.9-06', 'should', true, 'Add to wider learning'],
    ['WT18-5.9-07', 'should', false, 'Review without names within six weeks; settle category and factors'],
  ],
  // 5.11
  'Family and key worker': [
    ['WT18-5.11-01', 'should', true, 'Offer the bereavement guide from the start'],
    ['WT18-5.11-02', 'should', false, 'A single key worker stays with the family throughout'],
  ],
  // 5.12
  'Child death reports': [
    ['WT18-5.12-01', 'must', true, 'Partners publish what they did and how well it worked'],
    ['WT18-5.12-02', 'should', true, 'The overview panel reports each year'],
  ],
  // 5.13
  'National Child Mortality Database': [
    ['WT18-5.13-01', 'should', true, 'Enter all new and open cases from April 2019'],
    ['WT18-5.13-02', 'should', true, 'Send by system or portal, with forms kept by version'],
  ],
  // 5.14
  'Special situations': [
    ['WT18-5.14-01', 'should', false, 'The home area leads unless agreed, and both speak'],
    ['WT18-5.14-02', 'should', false, 'The caring authority’s partners lead for a looked-after child'],
    ['WT18-5.14-03', 'should', false, 'A death abroad is reviewed, with help from coroner and Foreign Office'],
    ['WT18-5.14-04', 'should', false, 'Link the national programmes and hear their findings'],
    ['WT18-5.14-05', 'should', true, 'List the special situations in local procedure'],
  ],
  // 5.15
  'Change from the old overview panels': [
    ['WT18-5.15-01', 'note', true, 'Old arrangements last until the new ones begin'],
    ['WT18-5.15-02', 'should', false, 'Finish reviews in hand within four months'],
  ],
}
