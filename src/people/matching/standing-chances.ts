/**
 * What agreement is worth where one record is compared with those that there are: the chance of each level of each field in two
 * records of one child, of two of one family, of strangers. Learnt from invented lists; made by bench/write-standing-chances.ts.
 */
export const standingChances = {
  same: {
    forenames: [0.886, 0.0344, 0.0671, 0.000365, 0.00012, 0.0123],
    surname: [0.86, 0.0323, 0.0801, 0.00012, 0.00012, 0.0272],
    order: [0.981, 0.0193],
    birthDay: [0.963, 0.00407, 0.0282, 0.00133, 0.00368],
    sex: [0.988, 0.0117],
    postcode: [0.852, 0.000126, 0.000126, 0.00756, 0.14],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.99, 0.0093, 0.000223],
  },
  family: {
    forenames: [0.00275, 0.00027, 0.0135, 0.0315, 0.00263, 0.949],
    surname: [0.934, 0.0158, 0.0458, 0.00127, 0.00211, 0.00145],
    order: [0.999, 0.00063],
    birthDay: [0.263, 0.00124, 0.00763, 0.00595, 0.722],
    sex: [0.503, 0.497],
    postcode: [0.98, 0.000383, 0.000392, 0.00162, 0.0172],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.000001, 0.00229, 0.997],
  },
  strangers: {
    forenames: [0.00275, 0.00027, 0.0135, 0.0315, 0.00263, 0.949],
    surname: [0.000629, 0.00019, 0.00043, 0.00193, 0.00019, 0.997],
    order: [0.999, 0.00063],
    birthDay: [0.00039, 0.00001, 0.00441, 0.00289, 0.992],
    sex: [0.503, 0.497],
    postcode: [0.000237, 0.00085, 0.00469, 0.0454, 0.949],
    houseNumber: [0.333, 0.333, 0.333],
    street: [0.25, 0.25, 0.25, 0.25],
    locality: [0.25, 0.25, 0.25, 0.25],
    town: [0.25, 0.25, 0.25, 0.25],
    region: [0.5, 0.5],
    number: [0.000001, 0.00229, 0.997],
  },
  familyOfEach: 0.261,
} as const
