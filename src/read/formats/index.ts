import { apify } from "./apify.ts";
import { businessAudience } from "./business-audience.ts";
import { businessOverview } from "./business-overview.ts";
import { businessVideo } from "./business-video.ts";
import { displayApi } from "./display-api.ts";
import { extensionStats } from "./extension-stats.ts";
import type { ItemFormat, TableFormat } from "./format.ts";
import { pyktok } from "./pyktok.ts";
import { researchApi } from "./research-api.ts";
import { studioContent } from "./studio-content.ts";
import { studioFollowerActivity } from "./studio-follower-activity.ts";
import { studioFollowerHistory } from "./studio-follower-history.ts";
import { studioGender } from "./studio-gender.ts";
import { studioOverview } from "./studio-overview.ts";
import { studioTerritories } from "./studio-territories.ts";
import { studioViewers } from "./studio-viewers.ts";
import { tiktokapi } from "./tiktokapi.ts";
import { userData } from "./user-data.ts";
import { webapi } from "./webapi.ts";
import { ytDlp } from "./yt-dlp.ts";

/** Every layout with a header row, in the order in which they are asked: TikTok's own first. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  studioContent,
  businessVideo,
  businessOverview,
  businessAudience,
  studioOverview,
  studioViewers,
  studioFollowerActivity,
  studioFollowerHistory,
  studioGender,
  studioTerritories,
  researchApi,
  pyktok,
  apify,
  tiktokapi,
  displayApi,
  extensionStats,
];

/** Every layout of JSON items, in the order in which they are asked. */
export const ITEM_FORMATS: readonly ItemFormat[] = [userData, webapi, ytDlp];

/** Files of something else, refused by name. */
export { REFUSALS } from "./refusals.ts";
