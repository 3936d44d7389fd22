// A replica set of one, and for each service a user who may use its own database and no other. May run again.
db = db.getSiblingDB("admin");
db.auth("root", process.env.MONGODB_ROOT_PASSWORD);

try {
  rs.status();
} catch (e) {
  rs.initiate({_id: "rapport", members: [{_id: 0, host: "mongodb:27017"}]});
}
while (!db.hello().isWritablePrimary) {
  sleep(200);
}

for (const name of ["gateway", "conversation", "profile", "lead", "health", "integrations"]) {
  const own = db.getSiblingDB("rapport_" + name);
  const user = {pwd: process.env.MONGODB_PASSWORD, roles: [{role: "readWrite", db: own.getName()}]};
  if (own.getUser(name) === null) {
    own.createUser({user: name, ...user});
  } else {
    own.updateUser(name, user);
  }
}
