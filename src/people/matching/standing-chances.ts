/**
 * What agreement is worth where one record is compared with those that there are: the chance of each level of each field in two
 * records of one child, of two of one family, of strangers. Learnt from invented lists; made by bench/write-standing-chances.ts.
 */
// oxlint-disable oxc/approx-constant -- what is learnt may look like a constant
export const standingChances = {
  same: {
    forenames: [0.873, 0.0301, 0.0728, 0.00841, 0.00342, 0.0125],
    surname: [0.845, 0.0298, 0.0838, 0.00927, 0.00298, 0.0289],
    order: [0.981, 0.0194],
    birthDay: [0.961, 0.00461, 0.0289, 0.00201, 0.00398],
    sex: [0.989, 0.0113],
    postcode: [0.815, 0.0326, 0.00112, 0.00605, 0.145],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.993, 0.0068, 0.000232],
  },
  family: {
    forenames: [0.00271, 0.00029, 0.0134, 0.00485, 0.0297, 0.949],
    surname: [0.931, 0.02, 0.0433, 0.00403, 0.000441, 0.00121],
    order: [1, 0.00035],
    birthDay: [0.276, 0.0022, 0.00961, 0.00571, 0.707],
    sex: [0.499, 0.501],
    postcode: [0.971, 0.0143, 0.00044, 0.000472, 0.0139],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.000001, 0.00234, 0.998],
  },
  strangers: {
    forenames: [0.00271, 0.00029, 0.0134, 0.00485, 0.0297, 0.949],
    surname: [0.000585, 0.00013, 0.00037, 0.00019, 0.00173, 0.997],
    order: [1, 0.00035],
    birthDay: [0.00031, 0.00001, 0.00457, 0.00299, 0.992],
    sex: [0.499, 0.501],
    postcode: [0.000231, 0.000906, 0.00453, 0.0452, 0.949],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.000001, 0.00234, 0.998],
  },
  familyOfEach: 0.256,
} as const
