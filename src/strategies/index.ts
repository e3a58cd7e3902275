import type { Strategy } from "../types.ts";
import { audienceFeedback } from "./audience-feedback.ts";
import { audienceReplies } from "./audience-replies.ts";
import { authenticity } from "./authenticity.ts";
import { behindTheScenes } from "./behind-the-scenes.ts";
import { beyondLikes } from "./beyond-likes.ts";
import { callsToAction } from "./calls-to-action.ts";
import { challenges } from "./challenges.ts";
import { collaborations } from "./collaborations.ts";
import { communityEngagement } from "./community-engagement.ts";
import { consistency } from "./consistency.ts";
import { contentPillars } from "./content-pillars.ts";
import { contentQuality } from "./content-quality.ts";
import { conversationPrompts } from "./conversation-prompts.ts";
import { crossPromotion } from "./cross-promotion.ts";
import { duetsAndStitches } from "./duets-and-stitches.ts";
import { earlyMomentum } from "./early-momentum.ts";
import { emotionalConnection } from "./emotional-connection.ts";
import { exploration } from "./exploration.ts";
import { followerConversion } from "./follower-conversion.ts";
import { genericHashtags } from "./generic-hashtags.ts";
import { giveaways } from "./giveaways.ts";
import { hashtags } from "./hashtags.ts";
import { healthyMetrics } from "./healthy-metrics.ts";
import { influencerFit } from "./influencer-fit.ts";
import { liveSessions } from "./live-sessions.ts";
import { musicMarketing } from "./music-marketing.ts";
import { postingExploration } from "./posting-exploration.ts";
import { postingSchedule } from "./posting-schedule.ts";
import { skillShowcase } from "./skill-showcase.ts";
import { snowball } from "./snowball.ts";
import { socialProof } from "./social-proof.ts";
import { sponsoredContent } from "./sponsored-content.ts";
import { trendTiming } from "./trend-timing.ts";
import { trendingSounds } from "./trending-sounds.ts";
import { videoLength } from "./video-length.ts";

/** The catalogue, in the order of the documents' claims: what an export can judge first, what is manual last. */
export const strategies: readonly Strategy[] = [
  postingSchedule,
  postingExploration,
  hashtags,
  genericHashtags,
  trendingSounds,
  challenges,
  callsToAction,
  giveaways,
  conversationPrompts,
  audienceReplies,
  duetsAndStitches,
  collaborations,
  behindTheScenes,
  videoLength,
  contentPillars,
  exploration,
  consistency,
  beyondLikes,
  earlyMomentum,
  snowball,
  followerConversion,
  trendTiming,
  liveSessions,
  sponsoredContent,
  contentQuality,
  audienceFeedback,
  crossPromotion,
  communityEngagement,
  authenticity,
  emotionalConnection,
  skillShowcase,
  socialProof,
  influencerFit,
  musicMarketing,
  healthyMetrics,
];
