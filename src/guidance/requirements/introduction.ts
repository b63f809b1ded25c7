/** The introduction: principles behind every procedure. One row a requirement: id, force, confirmed, our own title. */
import type { Chapter } from '../requirements.ts'

// biome-ignore format: a table, one row a line
export const introduction: Chapter = {
  // 0.5
  'Principles behind every procedure': [
    ['WT18-0.5-01', 'should', true, 'Keeping under-18s safe is the work of every organisation that deals with children'],
    ['WT18-0.5-02', 'should', true, 'Put the child first: see them, hear them alone where that can be done, and involve them'],
    ['WT18-0.5-03', 'note', true, 'Two ideas run through the introduction: centred on the child, and joined up'],
    ['WT18-0.5-04', 'note', true, 'What safeguarding means: no maltreatment, no impaired health, safe care, good outcomes'],
    ['WT18-0.5-05', 'must', false, 'Partnership never takes away a council’s own duties, and local rules never lower the law'],
    ['WT18-0.5-06', 'should', false, 'Share early, write down decisions with reasons, and show the child’s view in the record'],
    ['WT18-0.5-07', 'note', false, 'No single practitioner sees everything, so all who meet the child have a part'],
    ['WT18-0.5-08', 'note', false, 'What children have asked of the adults around them, usable as a test of the system'],
    ['WT18-0.5-09', 'note', false, 'The powers under which the guidance is given, and who must have regard to it'],
  ],
}
