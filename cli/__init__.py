"""The one command, `streekgeheugen`: arguments in, text or JSON out. Holds no logic of its own."""
