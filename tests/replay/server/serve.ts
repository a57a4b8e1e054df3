import { serve } from "@duka/server";

// The server as the replay runs it: the same start as `npm start`, without building the till first.
await serve();
