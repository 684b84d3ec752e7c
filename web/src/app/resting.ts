/** The inspector's height in pixels while nothing is selected: the canvas comes first. Three models or problems stand in it. */
export const RESTING = 144;
