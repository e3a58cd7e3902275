import { describe, expect, it } from "vitest";
import { originalLabel, soundOf } from "../../src/read/sounds.ts";

describe("originalLabel", () => {
  it.each([
    ["original sound", null],
    ["Original Sound - mia", "mia"],
    ["Originalton - Mia - Bakes", "Mia - Bakes"],
    ["nhạc nền - mia", "mia"],
    ["الصوت الأصلي", null],
    ["оригинальный звук - миа", "миа"],
    ["오리지널 사운드", null],
  ])("knows %s", (name, author) => {
    expect(originalLabel(name)).toEqual({ author });
  });

  it.each(["Espresso", "original sounds of spring", "my original sound - mia"])(
    "does not take %s",
    (name) => {
      expect(originalLabel(name)).toBeNull();
    },
  );
});

describe("soundOf", () => {
  it("calls an original sound of the account its own", () => {
    expect(soundOf("71", "original sound - mia", null, "@mia", null)).toMatchObject({
      key: "71",
      origin: "own",
    });
    expect(soundOf(null, "original sound", "Mia", "@mia", null)).toMatchObject({
      key: "original sound - mia",
      origin: "own",
    });
  });

  it("calls somebody else's original sound library", () => {
    expect(soundOf("71", "original sound - bob", null, "@mia", null).origin).toBe("library");
    expect(soundOf(null, "original sound", "bob", "@mia", null)).toMatchObject({
      key: "original sound - bob",
      origin: "library",
    });
    expect(soundOf("71", "original sound", null, "@mia", false).origin).toBe("library");
  });

  it("believes ids made together more than a nickname", () => {
    expect(soundOf("71", "original sound - Mia 🍞", "Mia 🍞", "@mia.bakes", true).origin).toBe("own");
    expect(soundOf("71", "Sourdough Song", "Mia 🍞", "@mia.bakes", true).origin).toBe("own");
    expect(soundOf("71", "original sound - Mia 🍞", null, "@mia.bakes", false).origin).toBe("library");
  });

  it("takes an original sound of unknown author for the account's own, and never makes its label a key", () => {
    expect(soundOf(null, "original sound", null, null, null)).toEqual({
      key: null,
      name: "original sound",
      origin: "own",
      original: true,
    });
    expect(soundOf(null, "original sound", null, "@mia", null).key).toBe("original sound - mia");
  });

  it("keys a library sound by id, else by name and author", () => {
    expect(soundOf("71", "Espresso", "Sabrina", "@mia", null).key).toBe("71");
    expect(soundOf(null, "Espresso", "Sabrina", "@mia", null)).toMatchObject({
      key: "espresso - sabrina",
      name: "Espresso",
      origin: "library",
    });
    expect(soundOf(null, "Espresso - Sabrina", null, "@mia", null).key).toBe("espresso - sabrina");
  });

  it("knows when there is no sound", () => {
    expect(soundOf(null, " ", "Sabrina", "@mia", null)).toEqual({
      key: null,
      name: null,
      origin: null,
      original: false,
    });
    expect(soundOf("71", null, null, "@mia", null)).toMatchObject({ key: "71", origin: null });
  });
});
