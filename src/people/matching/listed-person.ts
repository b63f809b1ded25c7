/** A person as a list of some agency holds them, read from a row of its file: which columns say what, by their names. */
import { plain, sounds } from '../search-keys.ts'

/** Each field as letters and figures in capitals; empty where the list does not say. */
export type MatchField =
  | 'forenames'
  | 'surname'
  | 'birthDay'
  | 'sex'
  | 'postcode'
  | 'houseNumber'
  | 'street'
  | 'locality'
  | 'town'
  | 'region'
  | 'number'

export interface ListedPerson {
  readonly id: string
  /** Names as the words they are made of; a birth day as YYYYMMDD. */
  readonly said: Readonly<Partial<Record<MatchField, string>>>
  /** How the names sound. */
  readonly heard: Readonly<Record<NameField, readonly string[]>>
}

export type NameField = 'forenames' | 'surname'

/** The names under which the columns of the field stand, in capitals without spaces and signs. */
const columns: Readonly<Record<MatchField | 'id', readonly string[]>> = {
  id: ['RECORDID', 'RECID', 'ID', 'REFERENCE', 'CHILDID', 'LACHILDID', 'PERSONID'],
  forenames: ['GIVENNAME', 'FORENAME', 'FORENAMES', 'FIRSTNAME'],
  surname: ['SURNAME', 'LASTNAME', 'FAMILYNAME'],
  birthDay: ['DATEOFBIRTH', 'BIRTHDATE', 'PERSONBIRTHDATE', 'DOB'],
  sex: ['SEX', 'GENDER'],
  postcode: ['POSTCODE'],
  houseNumber: ['STREETNUMBER', 'HOUSENUMBER'],
  street: ['ADDRESS1', 'STREET'],
  locality: ['ADDRESS2', 'LOCALITY'],
  town: ['SUBURB', 'TOWN'],
  region: ['STATE', 'COUNTY'],
  number: ['SOCSECID', 'NHSNUMBER', 'UPN'],
}

export const matchFields = Object.keys(columns).filter(field => field !== 'id') as MatchField[]

/**
 * Reads the rows of a list, each as its columns' names with what stands there.
 * @throws Error in a plain sentence where there is no column for a record's id, none that names people, or an id stands twice
 */
export function listedPeople(rows: readonly Readonly<Record<string, string>>[]): ListedPerson[] {
  const [first] = rows
  if (!first) return []
  const found = new Map<MatchField | 'id', string>()
  for (const [field, names] of Object.entries(columns)) {
    const column = Object.keys(first).find(name => names.includes(plain(name)))
    if (column !== undefined) found.set(field as MatchField | 'id', column)
  }
  const id = found.get('id')
  if (!id) throw new Error(`There is no column with each record’s own number, such as "record_id".`)
  if (!found.has('surname') && !found.has('forenames'))
    throw new Error('There is no column with names, such as "surname" and "given_name".')
  const seen = new Set<string>()
  const hear = remembering(sounds)
  return rows.map(row => {
    const own = row[id]?.trim() ?? ''
    if (own === '') throw new Error(`A record has nothing in the column "${id}".`)
    if (seen.has(own)) throw new Error(`The record ${own} stands in the list more than once.`)
    seen.add(own)
    const texts: Partial<Record<MatchField, string>> = {}
    for (const field of matchFields) {
      const column = found.get(field)
      if (column !== undefined) texts[field] = row[column] ?? ''
    }
    return asListed(own, texts, hear)
  })
}

/** A person from what is written of them, each text as a person writes it. */
export function asListed(
  id: string,
  texts: Readonly<Partial<Record<MatchField, string>>>,
  hear: (name: string) => readonly string[] = sounds,
): ListedPerson {
  const said: Partial<Record<MatchField, string>> = {}
  for (const field of matchFields) {
    const text = asRead(field, texts[field] ?? '')
    if (text !== '') said[field] = text
  }
  return { id, said, heard: { forenames: hear(said.forenames ?? ''), surname: hear(said.surname ?? '') } }
}

function remembering(hear: (name: string) => readonly string[]): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return name => {
    const before = known.get(name)
    if (before) return before
    const now = hear(name)
    known.set(name, now)
    return now
  }
}

function asRead(field: MatchField, text: string): string {
  if (field === 'birthDay') return birthDay(text.trim())
  if (field === 'sex') return plain(text).charAt(0)
  if (field === 'forenames' || field === 'surname')
    return text
      .split(/[\s-]+/)
      .map(plain)
      .filter(word => word !== '')
      .join(' ')
  return plain(text)
}

/** YYYY-MM-DD, YYYYMMDD or DD/MM/YYYY as YYYYMMDD. What is no day is not said. */
function birthDay(text: string): string {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (british) return `${british[3]}${british[2]?.padStart(2, '0')}${british[1]?.padStart(2, '0')}`
  const figures = text.slice(0, 10).replaceAll('-', '')
  return /^\d{8}$/.test(figures) ? figures : ''
}
