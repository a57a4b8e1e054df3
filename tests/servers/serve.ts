import { serve } from "@duka/server";

// The server as a process of its own: the same start as `npm start`, without building the till first.
await serve();
