import type { Creator } from "./creator-posts.ts";

/** Two weeks old, films knitting. */
export const KNITTER: Creator = {
  seed: 4101,
  handle: "lena.purls",
  posts: 9,
  fromLocal: Date.UTC(2026, 1, 12),
  untilLocal: Date.UTC(2026, 2, 2),
  offsetHours: 0,
  hours: [
    [19, 3],
    [8, 1],
  ],
  topics: [
    {
      share: 3,
      captions: ["First sock, wrong size", "Casting on a jumper", "The sleeve that fought back"],
      tags: ["#knitting"],
    },
    { share: 1, captions: ["Yarn from the attic", "What 400 grams of wool look like"], tags: ["#yarn"] },
  ],
  extraTags: { "#fyp": 0.4 },
  remarks: [["What should I make next?", 0.2]],
  usualViews: 320,
  growth: 0.4,
  luck: 0.7,
  likeShare: 0.09,
  secondsTypical: 20,
  librarySounds: 0.5,
  planted: {},
};

/** Four posts a week from a climbing hall, exported every four weeks. */
export const CLIMBER: Creator = {
  seed: 4202,
  handle: "oskar.boulders",
  posts: 45,
  fromLocal: Date.UTC(2026, 0, 5),
  untilLocal: Date.UTC(2026, 2, 30),
  offsetHours: 1,
  hours: [
    [18, 3],
    [21, 2],
    [12, 1],
  ],
  topics: [
    {
      share: 4,
      captions: ["Red problem in the corner", "Fell off the last hold again", "Beta for the roof"],
      tags: ["#bouldering", "#climbing"],
    },
    {
      share: 2,
      captions: ["Ten minutes of finger training", "Warm-up that saves my shoulders"],
      tags: ["#training", "#climbing"],
    },
    { share: 1, captions: ["Resoling old shoes", "Brush, chalk, tape: my bag"], tags: ["#gear"] },
  ],
  extraTags: { "#fyp": 0.5, "#viral": 0.2 },
  remarks: [
    ["How would you do it?", 0.25],
    ["Follow for more", 0.2],
    ["with @handholds.hall", 0.15],
  ],
  usualViews: 1800,
  growth: 0.6,
  luck: 0.75,
  likeShare: 0.1,
  secondsTypical: 18,
  librarySounds: 0.6,
  planted: {},
};

/** Three years on the road, captions in Spanish; own voice does better than borrowed music. */
export const TRAVELLER: Creator = {
  seed: 4303,
  handle: "lucia.enruta",
  posts: 400,
  fromLocal: Date.UTC(2023, 4, 1),
  untilLocal: Date.UTC(2026, 4, 20),
  offsetHours: -3,
  hours: [
    [20, 3],
    [13, 2],
    [9, 1],
  ],
  topics: [
    {
      share: 4,
      captions: ["Un tren de noche hacia el sur", "La estación más pequeña que vi", "Doce horas de autobús"],
      tags: ["#viajes", "#mochilera"],
    },
    {
      share: 3,
      captions: ["Desayuno en el mercado", "Sopa para una mañana fría", "El mejor pan del barrio"],
      tags: ["#comida", "#viajes"],
    },
    {
      share: 2,
      captions: ["Lo que llevo en la mochila", "Cuánto gasto en una semana"],
      tags: ["#consejos", "#mochilera"],
    },
  ],
  extraTags: { "#parati": 0.45, "#fyp": 0.3, "#patagonia": 0.1, "#hostal": 0.07 },
  remarks: [
    ["¿Irías?", 0.2],
    ["Guarda este video", 0.12],
    ["Dale like si te sirve", 0.15],
    ["Parte 2", 0.06],
    ["🌄", 0.3],
  ],
  usualViews: 5200,
  growth: 1.1,
  luck: 0.8,
  likeShare: 0.08,
  secondsTypical: 25,
  librarySounds: 0.55,
  planted: { librarySound: -0.35, tags: { "#patagonia": 0.7 } },
};

/** Repairs things; three effects are planted. */
export const REPAIRER: Creator = {
  seed: 4404,
  handle: "benchandsolder",
  posts: 250,
  fromLocal: Date.UTC(2025, 3, 1),
  untilLocal: Date.UTC(2026, 4, 11),
  offsetHours: 0,
  hours: [
    [17, 3],
    [7, 2],
    [22, 1],
  ],
  topics: [
    {
      share: 4,
      captions: ["This radio was silent for thirty years", "One capacitor, one hour", "Cleaning a switch"],
      tags: ["#repair", "#electronics"],
    },
    {
      share: 2,
      captions: ["Solder like this, not like that", "Three tools I use every day"],
      tags: ["#soldering", "#tools"],
    },
    { share: 2, captions: ["What came in this week", "The shelf of shame"], tags: ["#workshop"] },
  ],
  extraTags: { "#fyp": 0.5, "#vintageradio": 0.16, "#unboxing": 0.12, "#asmr": 0.1 },
  remarks: [
    ["Like this video if it helped", 0.3],
    ["What would you repair first?", 0.15],
    ["Save this for later", 0.08],
    ["with @tinyscrews", 0.06],
    ["🔧", 0.3],
  ],
  usualViews: 9000,
  growth: 0.5,
  luck: 0.6,
  likeShare: 0.07,
  secondsTypical: 28,
  librarySounds: 0.45,
  planted: {
    tags: { "#vintageradio": 0.6, "#unboxing": -0.6 },
    librarySound: -0.3,
    lengthPerDoubling: 0.2,
    likeAsk: ["Like this video if it helped", 0.25],
  },
};
