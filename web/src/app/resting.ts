/** The inspector's height in pixels while nothing is selected: the canvas comes first. */
export const RESTING = 120;
