/** What the made-up baker posts about: captions and the tags that go with them. */
export interface DemoTopic {
  /** share of posts, in [0,1]; all sum to 1 */
  share: number;
  captions: readonly string[];
  tags: readonly string[];
}

export const DEMO_TOPICS: readonly DemoTopic[] = [
  {
    share: 0.26,
    captions: [
      "Overnight loaf, straight from the oven",
      "Scoring a batard in slow motion",
      "Day four of the new starter",
      "Same dough, two very different crumbs",
      "The sound of a crust that worked",
      "A wet dough and a steady hand",
      "Cold proof or warm proof? I tried both",
      "One bowl, one spoon, one loaf",
    ],
    tags: ["#bread", "#homebaker"],
  },
  {
    share: 0.22,
    captions: [
      "Lemon cake for a rainy Sunday",
      "Three layers, no stand mixer",
      "The buttercream that never splits",
      "Turning a crooked cake into a straight one",
      "Grandmother's marble cake, written down at last",
      "Which slice would you take?",
      "A birthday cake in ninety minutes",
    ],
    tags: ["#cake", "#cakedecorating"],
  },
  {
    share: 0.2,
    captions: [
      "Brown butter cookies, chilled overnight",
      "Crisp edge, soft middle",
      "I halved the sugar and nobody noticed",
      "Twelve cookies, one tray, no spreading",
      "What one extra egg yolk does",
      "Chewy or crunchy?",
    ],
    tags: ["#cookies", "#bakingtips"],
  },
  {
    share: 0.18,
    captions: [
      "Croissants, attempt number nine",
      "Folding butter without tears",
      "Cinnamon rolls for the whole street",
      "Puff pastry from scratch in one morning",
      "Danish pastries with the last plums",
      "Lamination, layer by layer",
    ],
    tags: ["#pastry", "#homebaker"],
  },
  {
    share: 0.14,
    captions: [
      "It did not rise. Here is why",
      "I forgot the salt again",
      "The cake that stayed in the tin",
      "Burnt outside, raw inside",
      "A kitchen tour nobody asked for",
      "Five tools I never use",
    ],
    tags: ["#bakingfail", "#kitchen"],
  },
];

/** Ways in which a caption asks for a like. */
export const DEMO_ASKS: readonly string[] = [
  "Like if you bake too",
  "Double tap if you would eat this",
  "Like this if you want the recipe",
];

/** Endings of some captions. */
export const DEMO_EMOJI: readonly string[] = ["🍞", "🎂", "🍪", "🥐", "😅", "✨"];

/** Sounds that are used again and again; ids of 19 digits as TikTok's are. */
export const DEMO_SOUNDS: readonly { id: string; name: string }[] = [
  { id: "7301000000000000101", name: "Kitchen Radio - Otis Vale" },
  { id: "7301000000000000102", name: "Slow Sunday - Mara Lind" },
  { id: "7301000000000000103", name: "Flour Power - The Proofers" },
  { id: "7301000000000000104", name: "Rise and Shine - June Abbot" },
  { id: "7301000000000000105", name: "Paper Lanterns - Ilse Moon" },
  { id: "7301000000000000106", name: "Two Spoons - Noah Field" },
];
