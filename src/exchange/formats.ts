/** The formats that files come in, and what each can carry: a duty whose answer a format cannot carry is not known from it. */
import { censusKinds } from './cin/kinds.ts'

/** For each format: the kinds of fact that it can carry. */
export const carries: ReadonlyMap<string, ReadonlySet<string>> = new Map([['cin-census', censusKinds]])

/** How a format is named to people. */
export const formatNames: Readonly<Record<string, string>> = { 'cin-census': 'Children in Need census' }
