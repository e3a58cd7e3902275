/** Words that the tool never uses of itself: they claim more than posts can show (issue 4, STRATEGIES section 3). */
export const OWN_WORDS_FORBIDDEN =
  /\b(?:causes?|caused|guarantee[ds]?|guaranteed|boost(?:s|ed|ing)?|significant(?:ly)?|viral secret|will)\b/i;
