/** What is sealed beside the facts: for each stream its table, how a row is named, and the columns that never change. */

export interface Stream {
  readonly name: string
  /** One of its rows, in words. */
  readonly words: string
  readonly table: string
  /** The columns that name a row within its area; the second only where one is not enough. */
  readonly id: string
  readonly part: string | null
  /** The column that says whether the row is sealed. */
  readonly flag: string
  /** Its words go when the case is disposed of. */
  readonly ofCase?: true
  /** Which rows of the table belong to the stream. */
  readonly where: string
  /** The row's own moment, in whose order rows are sealed that wait together. */
  readonly moment: string
  /** What a seal commits to, as texts. Their order is for ever: another list is another stream. */
  readonly columns: readonly string[]
}

const moment = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`

/** The streams, in the order in which a batch seals them. */
export const streams: readonly Stream[] = [
  {
    name: 'reading',
    words: 'entry of the reading log',
    table: 'reading_log',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'at',
    columns: [moment('at'), 'practitioner_id', 'post_id', 'case_id', 'route', 'basis'],
  },
  {
    name: 'disclosure',
    ofCase: true,
    words: 'disclosure',
    table: 'disclosure',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'reached_at',
    columns: [
      'case_id',
      'from_agency_id',
      'to_agency_id',
      'basis',
      'conditions',
      'necessity',
      'family_told',
      'not_told_why',
      `to_char(not_told_until, 'YYYY-MM-DD')`,
      moment('reached_at'),
      moment('until_at'),
      'recorded_by',
      `(select string_agg(s.kind, ' ' order by s.kind collate "C") from standing_disclosure s
        where s.area_id = r.area_id and s.disclosure_id = r.id)`,
    ],
  },
  {
    name: 'disclosed-fact',
    words: 'record covered by a disclosure',
    table: 'disclosed_fact',
    id: 'disclosure_id',
    part: 'root',
    flag: 'sealed',
    where: 'true',
    moment: 'reached_at',
    columns: ['case_id', 'from_agency_id', 'agency_id', moment('reached_at'), 'by_grant'],
  },
  {
    name: 'recall',
    ofCase: true,
    words: 'recall of a disclosure',
    table: 'disclosure',
    id: 'id',
    part: null,
    flag: 'recall_sealed',
    where: 'recalled_at is not null',
    moment: 'recalled_at',
    columns: [moment('recalled_at'), 'recalled_by', 'recalled_why'],
  },
  {
    name: 'refusal',
    ofCase: true,
    words: 'refusal to share',
    table: 'disclosure_refusal',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'recorded_at',
    columns: ['case_id', 'by_agency_id', 'to_agency_id', 'answer', 'why', moment('recorded_at'), 'recorded_by'],
  },
  {
    name: 'opening',
    ofCase: true,
    words: 'opening in an emergency',
    table: 'break_glass',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'starts_at',
    columns: [
      'case_id',
      'post_id',
      'reason',
      'scope',
      moment('starts_at'),
      moment('ends_at'),
      'told_practitioner_id',
      'compartment_id',
      'fact_root',
    ],
  },
  {
    name: 'declaration',
    words: 'conflict of interest that was declared',
    table: 'declared_interest',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'declared_at',
    columns: [
      'practitioner_id',
      'relation',
      'reference',
      'forenames',
      'surname',
      'birth_day',
      'postcode',
      moment('declared_at'),
    ],
  },
  {
    name: 'declaration-ended',
    words: 'end of a conflict of interest',
    table: 'declared_interest',
    id: 'id',
    part: null,
    flag: 'end_sealed',
    where: 'ended_at is not null',
    moment: 'ended_at',
    columns: [moment('ended_at'), 'ended_by', 'ended_why'],
  },
  {
    name: 'holding',
    words: 'change of who holds a file',
    table: 'case_holding',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'changed_at',
    columns: ['case_id', 'change', 'team_id', 'why', moment('changed_at'), 'changed_by'],
  },
  {
    name: 'link',
    words: 'joining of two files',
    table: 'person_link',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'linked_at',
    columns: ['case_id', 'other_area_id', 'other_case_id', 'team_id', 'why', moment('linked_at'), 'linked_by'],
  },
  {
    name: 'link-undone',
    words: 'taking apart of two files',
    table: 'person_link',
    id: 'id',
    part: null,
    flag: 'undone_sealed',
    where: 'undone_at is not null',
    moment: 'undone_at',
    columns: [moment('undone_at'), 'undone_by', 'undone_why'],
  },
  {
    name: 'commencement',
    words: 'day on which a provision begins',
    table: 'commencement',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'decided_at',
    columns: [
      'provision',
      `to_char(begins_on, 'YYYY-MM-DD')`,
      'regulations',
      'approved_by',
      'why',
      moment('decided_at'),
      'decided_by',
    ],
  },
  {
    name: 'local-policy',
    words: 'local policy',
    table: 'local_policy',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'decided_at',
    columns: [
      'key',
      `to_char(from_day, 'YYYY-MM-DD')`,
      'amount',
      'unit',
      'approved_by',
      'why',
      moment('decided_at'),
      'decided_by',
    ],
  },
  {
    name: 'arrangements-began',
    words: 'day on which an area’s arrangements began',
    table: 'arrangements_began',
    id: 'id',
    part: null,
    flag: 'sealed',
    where: 'true',
    moment: 'decided_at',
    columns: ['of', `to_char(began_on, 'YYYY-MM-DD')`, 'approved_by', 'reason', moment('decided_at'), 'recorded_by'],
  },
]

/** The columns of a row as one array of texts, for a query in which the row is called `r`. */
export function contentOf(stream: Stream): string {
  return `array[${stream.columns.map(column => `(${column})::text`).join(', ')}]`
}
