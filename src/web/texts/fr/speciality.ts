/** Texts of … */
export const speciality = {};
