/** The requirements that are neither duty nor prompt nor kept on record, by id, each with a reason that no other one has. */
import { left as chapter1 } from './left/chapter-1.ts'
import { left as chapter2 } from './left/chapter-2.ts'
import { left as chapter3 } from './left/chapter-3.ts'
import { left as chapter4 } from './left/chapter-4.ts'
import { left as chapter5 } from './left/chapter-5.ts'
import { left as introduction } from './left/introduction.ts'

/** Why a requirement is left, in a sentence of our own, by its id. */
export type Left = Readonly<Record<string, string>>

export const left: Left = { ...introduction, ...chapter1, ...chapter2, ...chapter3, ...chapter4, ...chapter5 }
